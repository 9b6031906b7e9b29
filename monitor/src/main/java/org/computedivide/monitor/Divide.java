package org.computedivide.monitor;

import java.io.PrintWriter;
import org.computedivide.monitor.commands.Up;
import org.computedivide.monitor.running.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The {@code divide} command. */
@Command(
        name = "divide",
        description = "Watches where AI models are announced, and who can still afford to train them.",
        versionProvider = Divide.Version.class,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class},
        footer = {
            "",
            "Exit codes: 0 done, 1 something stood in the way (one sentence on standard error says what), 2 wrong usage."
        })
public final class Divide {

    private Divide() {}

    public static void main(String[] arguments) {
        // Avro reads only classes of packages that are trusted before it is loaded.
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.computedivide.avro");
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command tree, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new Divide())
                .setExecutionExceptionHandler(Divide::explain)
                .setParameterExceptionHandler(Divide::correct)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int explain(Exception problem, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (problem instanceof CannotRun) {
            PrintWriter err = line.getErr();
            err.println("divide: " + problem.getMessage());
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw problem;
    }

    /** One sentence, what was probably meant, and where to read more. */
    private static int correct(CommandLine.ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("divide: " + problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"divide " + Program.version()};
        }
    }
}
