package com.mathematricks.system.browser;

import com.mathematricks.system.suite.Chromium;
import com.mathematricks.system.suite.Suite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Chromium, with the owner in front of it.
public final class OwnersBrowser implements AutoCloseable {

    private final URI dashboard;
    private final String password;
    private final Playwright playwright;
    private final Browser browser;

    public OwnersBrowser(Suite suite) {
        this(suite.dashboard(), suite.ownersPassword());
    }

    public OwnersBrowser(URI dashboard, String password) {
        this.dashboard = dashboard;
        this.password = password;
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Chromium.installed().orElseThrow())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-dev-shm-usage")));
    }

    /// A fresh window, logged in.
    public Page open(Look look) {
        return logIn(browser.newContext(look.options()));
    }

    /// A fresh window of a reader who has switched scripts off, logged in.
    public Page openWithoutScripts(Look look) {
        return logIn(browser.newContext(look.options().setJavaScriptEnabled(false)));
    }

    private Page logIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address("/login"));
        page.fill("#password", password);
        page.click("text=Log in");
        page.waitForURL(address("/"));
        return page;
    }

    public String address(String path) {
        return dashboard.resolve(path).toString();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
