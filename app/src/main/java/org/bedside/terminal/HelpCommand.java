package org.bedside.terminal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which commands there are, and what one of them takes. */
final class HelpCommand implements Command {

  private static final Map<String, String> COMMANDS = commands();

  private static Map<String, String> commands() {
    Map<String, String> commands = new LinkedHashMap<>();
    commands.put(
        "start",
        """
        start [--port N] [--host H] [--data DIR] [--database-url URL] [--public-address URL]
          Starts the server in the foreground and says where to open the browser.
          --port N            the port, 8080 where absent; 0 takes a free one
          --host H            the address to serve on, 127.0.0.1 where absent
          --data DIR          where everything is kept, ~/.bedside where absent
          --database-url URL  an external PostgreSQL in place of the embedded one
          --public-address URL  where other servers reach this one, https; hubs push feeds there
          Ctrl-C or SIGTERM ends it.\
        """);
    commands.put(
        "demo",
        """
        demo [--port N] [--data DIR]
          Starts a server with a sample organization of invented data and says how to sign in.
          --port N            the port, 8080 where absent; 0 takes a free one
          --data DIR          where it is kept, ~/.bedside-demo where absent; delete it to start over
          Served to this machine only.\
        """);
    commands.put(
        "setup",
        """
        setup --url U --organization NAME --admin EMAIL --password-file F
              [--name NAME] [--time-zone ZONE] [--location NAME]...
          The first visit without a browser. Prints an API token alone on standard output.\
        """);
    commands.put(
        "import",
        """
        import --url U --token-file F --source NAME [--wait] [--mapping JSON] [--dates STYLE] FILE
          Imports CSV, XLSX or JSON Lines. The last line is JSON: read, stored, duplicates, errors.
          --wait          ends when all posts are assessed
          --mapping JSON  which column is what, where it can't be guessed: {"text":"Comment"}
          --dates STYLE   iso, day-first, month-first, …, where it can't be guessed
          Exit status 1 when rows had errors.\
        """);
    commands.put(
        "export",
        """
        export --url U --token-file F [--format csv|jsonl] [--source NAME]
          Writes all mentions with their assessments to standard output.\
        """);
    commands.put(
        "analyze",
        """
        analyze [FILE]
          Posts as JSON Lines in, what is understood of each out. Needs no server.\
        """);
    commands.put(
        "guard",
        """
        guard [FILE]
          Replies with their reviews as JSON Lines in, what they would disclose out.\
        """);
    commands.put(
        "match",
        """
        match --watches FILE [FILE]
          Posts as JSON Lines in, the watches that match each out.\
        """);
    commands.put(
        "claims",
        """
        claims --collection FILE [--top K] [FILE]
          Posts as JSON Lines in, the claims that each repeats out.\
        """);
    commands.put(
        "help",
        """
        help [COMMAND]
          This page, or that of one command.\
        """);
    return Collections.unmodifiableMap(commands);
  }

  /** Where to read more. */
  static String where(String command) {
    return COMMANDS.containsKey(command)
        ? "See bin/bedside help " + command + "."
        : "See bin/bedside help.";
  }

  @Override
  public int run(Options options, Console console) throws UsageException {
    List<String> asked = options.operands();
    if (asked.isEmpty()) {
      console.out().println("bin/bedside COMMAND …\n");
      COMMANDS.values().forEach(text -> console.out().println(text + "\n"));
      return 0;
    }
    String text = COMMANDS.get(asked.getFirst());
    if (text == null) {
      throw new UsageException("There is no command " + asked.getFirst() + ".");
    }
    console.out().println("bin/bedside " + text);
    return 0;
  }
}
