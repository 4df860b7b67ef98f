"""Reads what `docker compose config --format json` says and names each service that is less hardened than DEPLOYMENT.md says."""

import json
import sys

model = json.load(sys.stdin)
services = model["services"]
problems = []


def rule(name, holds, what):
    if not holds:
        problems.append(f"{name}: {what}")


def networks(name):
    return set(services.get(name, {}).get("networks", {}))


def internal(network):
    return model["networks"][network].get("internal", False)


for name, service in services.items():
    limits = service.get("deploy", {}).get("resources", {}).get("limits", {})
    one_shot = name == "store-setup" or service.get("profiles")
    rule(name, service.get("read_only"), "its root file system can be written to")
    rule(name, service.get("cap_drop") == ["ALL"], "it has capabilities")
    rule(name, service.get("cap_add", []) in ([], ["NET_BIND_SERVICE"] if name == "caddy" else []), "it gets capabilities back")
    rule(name, "no-new-privileges:true" in service.get("security_opt", []), "it may gain privileges")
    rule(name, service.get("user", "root").split(":")[0] not in ("root", "0"), "it runs as root")
    rule(name, {"memory", "cpus", "pids"} <= limits.keys(), "memory, cpus or pids are without a limit")
    rule(name, float(limits.get("cpus", 0)) <= 1, "a machine with one processor would refuse its limit")
    rule(name, service.get("logging", {}).get("options", {}).get("max-size"), "its log grows without end")
    rule(name, service.get("restart") == ("no" if one_shot else "unless-stopped"), "wrong restart policy")
    rule(name, one_shot or service.get("healthcheck"), "it has no health check")
    rule(name, not service.get("privileged") and "docker.sock" not in json.dumps(service), "it can reach the engine of Docker")
    for text in (service.get("environment") or {}).values():
        rule(name, "password" not in (text or "").replace("${mongodb_password}", "").replace("${rabbitmq_password}", "")
             or text.startswith("/run/secrets/"), "a secret stands in its environment")
    for port in service.get("ports", []):
        rule(name, port.get("host_ip"), "a port is published without an address")
        rule(name, not all(internal(network) for network in networks(name)), "a port published from internal networks alone does nothing")
        if "docker/dev.yml" not in sys.argv[1]:
            rule(name, name in ("dashboard", "caddy", "grafana"), "it publishes a port")
    for secret in service.get("secrets", []):
        rule(name, secret["source"] in model["secrets"], f"secret {secret['source']} is not declared")

for volume in services.get("caddy", {}).get("volumes", []):
    rule("caddy", volume["type"] != "bind" or volume["source"].endswith("/docker/caddy") and "docker/docker" not in volume["source"],
         f"it mounts {volume['source']}")
rule("dashboard", not networks("dashboard") & networks("trader-engine"), "it can reach the engine")
rule("dashboard", not networks("dashboard") & networks("signal-collector"), "it can reach the collector")
rule("trader-engine", services["trader-engine"].get("container_name"), "it could be scaled")
if "docker/atlas.yml" not in sys.argv[1] and "docker/dev.yml" not in sys.argv[1]:
    for name in ("mongodb", "rabbitmq", "signal-collector"):
        rule(name, all(internal(network) for network in networks(name)), "it has a way out")
if "prod.yml" in sys.argv[1]:
    for name, service in services.items():
        rule(name, "@sha256:" in service["image"], "its image has no digest")

for problem in problems:
    print(f"FAILED: {sys.argv[1]}: {problem}")
sys.exit(bool(problems))
