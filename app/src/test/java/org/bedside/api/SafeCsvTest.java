package org.bedside.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SafeCsvTest {

  @Test
  void noCellIsTakenForAFormulaAndEveryCellStaysOne() throws IOException {
    StringBuilder out = new StringBuilder();

    new SafeCsv(out)
        .write(
            Arrays.asList(
                "=1+1",
                "+1",
                "-1",
                "@a",
                "\tx",
                "\rx",
                "a,b",
                "say \"hi\"",
                "two\nlines",
                null,
                ""));

    assertThat(out.toString())
        .isEqualTo(
            "'=1+1,'+1,'-1,'@a,'\tx,\"'\rx\",\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,\r\n");
  }
}
