package com.mathematricks.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void leavesNoFormulaToASpreadsheet(String text) {
        assertThat(CsvWriter.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @Test
    void quotesWhatWouldBreakARow() throws IOException {
        var out = new StringWriter();
        new CsvWriter(out).row("a", null, "b,c", "d\"e", "f\ng", 5);

        assertThat(out).hasToString("a,,\"b,c\",\"d\"\"e\",\"f\ng\",5\r\n");
    }
}
