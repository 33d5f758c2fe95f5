package org.bedside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOptionsTest {

  @Test
  void optionsBecomeProperties() {
    assertThat(
            StartOptions.properties(
                new String[] {
                  "start",
                  "--port",
                  "0",
                  "--data=/tmp/x/../y",
                  "--host",
                  "0.0.0.0",
                  "--database-url",
                  "postgresql://a@b/c",
                  "--logging.level.root=DEBUG"
                }))
        .containsExactly(
            "--server.port=0",
            "--bedside.data=/tmp/y",
            "--server.address=0.0.0.0",
            "--bedside.database-url=postgresql://a@b/c",
            "--logging.level.root=DEBUG");
  }

  @ParameterizedTest
  @CsvSource({
    "--prot,There is no option --prot here.",
    "--port,The option --port needs a value.",
    "--port=http,--port is a number from 0 to 65535.",
    "--port=65536,--port is a number from 0 to 65535.",
    "--data=,The option --data needs a value.",
    "start2,There is no option start2 here."
  })
  void aWrongOptionGivesOneSentence(String option, String sentence) {
    assertThatThrownBy(() -> StartOptions.properties(new String[] {"start", option}))
        .hasMessage(sentence);
  }

  @Test
  void theDemoKeepsToThisMachineAndToItsOwnFolder() {
    assertThat(StartOptions.properties(new String[] {"demo"}))
        .contains("--bedside.demo=true", "--server.address=127.0.0.1", "--bedside.database-url=")
        .anyMatch(property -> property.matches("--bedside\\.data=.+[/\\\\]\\.bedside-demo"));
    assertThat(StartOptions.properties(new String[] {"demo", "--data", "/tmp/x", "--port=0"}))
        .contains("--bedside.data=/tmp/x", "--server.port=0")
        .noneMatch(property -> property.endsWith(".bedside-demo"));
    assertThatThrownBy(() -> StartOptions.properties(new String[] {"demo", "--host", "0.0.0.0"}))
        .hasMessageContaining("there is no option --host here.");
  }
}
