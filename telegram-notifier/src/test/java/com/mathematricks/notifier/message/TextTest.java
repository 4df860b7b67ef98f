package com.mathematricks.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void countsTheLinesThatDoNotFit() {
        // 5 of the title, then 1 + 10 for each line; "… and 8 more" needs 1 + 12.
        var text = new Text("title", Collections.nCopies(10, "0123456789"));

        assertThat(text.html(41)).isEqualTo("<b>title</b>\n0123456789\n0123456789\n… and 8 more");
    }

    @Test
    void takesAllLinesThatFitExactly() {
        // 5 + 3 × 11
        var text = new Text("title", Collections.nCopies(3, "0123456789"));

        assertThat(Html.plain(text.html(38))).isEqualTo("title" + "\n0123456789".repeat(3));
    }

    @Test
    void escapesAfterCuttingSoThatNoEntityIsCut() {
        var text = new Text("t", "<".repeat(901));

        assertThat(text.html()).isEqualTo("<b>t</b>\n" + "&lt;".repeat(900) + "…");
    }

    @Test
    void countsWhatAPersonSeesAndNotTheTags() {
        assertThat(Html.length("<b>a &lt; b</b> &amp;amp;")).isEqualTo("a < b &amp;".length());
    }
}
