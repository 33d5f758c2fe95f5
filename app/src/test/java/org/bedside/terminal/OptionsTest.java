package org.bedside.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Set<String> VALUED = Set.of("url", "source");

  @Test
  void optionsComeInBothFormsAndOperandsBetween() throws UsageException {
    Options options =
        Options.read(
            List.of("--url=http://x", "FILE", "--source", "My = source", "--wait"),
            VALUED,
            Set.of("wait"));

    assertThat(options.need("url")).isEqualTo("http://x");
    assertThat(options.need("source")).isEqualTo("My = source");
    assertThat(options.has("wait")).isTrue();
    assertThat(options.operands()).containsExactly("FILE");
  }

  @Test
  void aWrongOptionGivesOneSentence() {
    assertThatThrownBy(() -> Options.read(List.of("--colour"), VALUED, Set.of()))
        .hasMessage("There is no option --colour here.");
    assertThatThrownBy(() -> Options.read(List.of("--url"), VALUED, Set.of()))
        .hasMessage("The option --url needs a value.");
  }

  @Test
  void aCommandThatIsNotThereEndsWithStatusTwoAndOneLine() throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);

    assertThat(Terminal.run(List.of("dance"), console)).isEqualTo(2);
    assertThat(Terminal.run(List.of("import", "--url", "nowhere"), console)).isEqualTo(2);
    assertThat(Terminal.run(List.of("help", "import"), console)).isZero();

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "bedside dance: There is no command dance. See bin/bedside help.",
            "bedside import: --url is the address of the server, like http://localhost:8080. See"
                + " bin/bedside help import.");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--wait");
  }
}
