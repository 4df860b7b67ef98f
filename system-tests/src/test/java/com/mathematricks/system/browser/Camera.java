package com.mathematricks.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.suite.Suite;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;

/// Takes pictures of pages, into the folder that the system property `pictures` names.
public final class Camera {

    private Camera() {}

    /// @param pages by the name of the picture
    public static void take(Suite suite, Map<String, String> pages) {
        Path folder = Path.of(System.getProperty("pictures", "target/pictures"));
        try (var browser = new OwnersBrowser(suite)) {
            for (Look look : Look.values()) {
                Page page = browser.open(look);
                pages.forEach((name, path) -> {
                    var answer = page.navigate(browser.address(path));
                    assertThat(answer.status()).as(path).isEqualTo(200);
                    page.waitForSelector("#live-state.on, .menu summary:visible");
                    page.screenshot(
                            new Page.ScreenshotOptions()
                                    .setPath(folder.resolve(name + "-" + look + ".png"))
                                    .setFullPage(look == Look.PHONE));
                });
                page.context().close();
            }
        }
    }
}
