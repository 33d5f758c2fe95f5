package org.bedside.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * {@code setup}, {@code import}, {@code export} and {@code help}.
 *
 * <p>Exit status: 0 when all went well, 1 when something of what was asked did not, 2 when the
 * command itself could not be understood.
 */
public final class Terminal {

  private Terminal() {}

  /** Runs the command that the first argument names. */
  @SuppressWarnings("SystemConsoleNull") // from Java 25 on it is null again where nobody looks
  public static void main(String[] args) throws InterruptedException {
    PrintStream out = stream(FileDescriptor.out, false);
    PrintStream err = stream(FileDescriptor.err, true);
    java.io.Console console = System.console();
    int status = run(List.of(args), new Console(out, err, console != null && console.isTerminal()));
    out.flush();
    if (status != 0) {
      System.exit(status);
    }
  }

  private static PrintStream stream(FileDescriptor to, boolean flush) {
    return new PrintStream(new FileOutputStream(to), flush, StandardCharsets.UTF_8);
  }

  /** Runs one command and returns its exit status. */
  static int run(List<String> args, Console console) throws InterruptedException {
    String name = args.isEmpty() ? "help" : args.getFirst();
    List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
    try {
      return switch (name) {
        case "setup" ->
            new SetupCommand().run(Options.read(rest, SetupCommand.VALUED, Set.of()), console);
        case "import" ->
            new ImportCommand()
                .run(Options.read(rest, ImportCommand.VALUED, ImportCommand.FLAGS), console);
        case "export" ->
            new ExportCommand().run(Options.read(rest, ExportCommand.VALUED, Set.of()), console);
        case "help", "--help", "-h" ->
            new HelpCommand().run(Options.read(rest, Set.of(), Set.of()), console);
        default -> throw new UsageException("There is no command " + name + ".");
      };
    } catch (UsageException e) {
      console
          .err()
          .println("bedside " + name + ": " + e.getMessage() + " " + HelpCommand.where(name));
      return 2;
    } catch (RefusedException e) {
      console.err().println("bedside " + name + ": " + e.getMessage());
      return 1;
    } catch (IOException e) {
      console
          .err()
          .println(
              "bedside "
                  + name
                  + ": The server can't be reached, or the connection broke. Is it running, and is"
                  + " --url right?");
      return 1;
    }
  }
}
