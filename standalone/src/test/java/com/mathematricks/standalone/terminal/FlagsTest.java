package com.mathematricks.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagsTest {

    @Test
    void readsBothFormsSwitchesAndWhatStandsBesideThem() {
        assertThat(parse("--port", "1", "--data=a=b", "--yes", "file"))
                .isEqualTo(
                        new Flags(Map.of("port", "1", "data", "a=b", "yes", ""), List.of("file")));
    }

    @Test
    void namesTheFlagThatIsUnknownAndThoseThatAreNot() {
        assertThatThrownBy(() -> parse("--prot", "1"))
                .hasMessage("unknown flag --prot; accepted: --data, --port, --yes");
        assertThatThrownBy(() -> parse("--yes=no"))
                .hasMessage("unknown flag --yes=no; accepted: --data, --port, --yes");
    }

    @Test
    void refusesAFlagWithoutItsValueOrGivenTwice() {
        assertThatThrownBy(() -> parse("--port")).hasMessage("--port needs a value");
        assertThatThrownBy(() -> parse("--port", "1", "--port=2"))
                .hasMessage("--port is given twice");
    }

    private static Flags parse(String... words) {
        return Flags.parse(List.of(words), Set.of("port", "data"), Set.of("yes"));
    }
}
