package com.mathematricks.system.suite;

import com.mathematricks.setup.Service;
import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.util.EnumMap;
import java.util.Map;

/// One tap for each service.
final class StoreTaps implements AutoCloseable {

    private final String uri;
    private final String storeAddress;
    private final UsedRights used = new UsedRights();
    private final Map<Service, StoreTap> taps = new EnumMap<>(Service.class);

    StoreTaps(String uri) {
        this.uri = uri;
        storeAddress = new ConnectionString(uri).getHosts().getFirst();
        var store = new ServerAddress(storeAddress);
        for (Service service : Service.values()) {
            taps.put(service, new StoreTap(service, used, store.getHost(), store.getPort()));
        }
    }

    /// The store's, by way of the service's tap. Directly, because the replica set would tell the
    /// driver the store's own address.
    String uri(String module) {
        return uri.replace("@" + storeAddress, "@" + tap(module).address())
                .replaceAll("replicaSet=[^&]*", "directConnection=true");
    }

    private StoreTap tap(String module) {
        for (Map.Entry<Service, StoreTap> tap : taps.entrySet()) {
            if (tap.getKey().user().equals(module)) {
                return tap.getValue();
            }
        }
        throw new IllegalArgumentException(module);
    }

    /// @throws AssertionError where a service did what its role does not allow
    @Override
    public void close() {
        taps.values().forEach(StoreTap::close);
        used.requireNoneBeyondTheRoles();
    }
}
