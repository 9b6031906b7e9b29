package org.computedivide.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Optional;
import org.computedivide.monitor.commands.Alerts;
import org.computedivide.monitor.commands.BackfillCommand;
import org.computedivide.monitor.commands.Bench;
import org.computedivide.monitor.commands.Calibrate;
import org.computedivide.monitor.commands.Check;
import org.computedivide.monitor.commands.Enrichment;
import org.computedivide.monitor.commands.Explain;
import org.computedivide.monitor.commands.Export;
import org.computedivide.monitor.commands.Identity;
import org.computedivide.monitor.commands.Literature;
import org.computedivide.monitor.commands.Newsletters;
import org.computedivide.monitor.commands.Observations;
import org.computedivide.monitor.commands.Operator;
import org.computedivide.monitor.commands.PriorFitting;
import org.computedivide.monitor.commands.Releases;
import org.computedivide.monitor.commands.ReplayCommand;
import org.computedivide.monitor.commands.Review;
import org.computedivide.monitor.commands.SamePairs;
import org.computedivide.monitor.commands.SourcesCommand;
import org.computedivide.monitor.commands.Status;
import org.computedivide.monitor.commands.TableCommand;
import org.computedivide.monitor.commands.Tallies;
import org.computedivide.monitor.commands.TopicsCommand;
import org.computedivide.monitor.commands.Train;
import org.computedivide.monitor.commands.Trends;
import org.computedivide.monitor.commands.Up;
import org.computedivide.monitor.running.Program;
import org.computedivide.monitor.settings.Nearest;
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
        subcommands = {
            Up.class,
            Releases.class,
            Explain.class,
            Alerts.class,
            Tallies.class,
            Trends.class,
            Literature.class,
            Newsletters.class,
            SourcesCommand.class,
            BackfillCommand.class,
            Observations.class,
            TableCommand.class,
            Export.class,
            Status.class,
            Check.class,
            Enrichment.class,
            SamePairs.class,
            Calibrate.class,
            PriorFitting.class,
            Identity.class,
            Operator.class,
            Review.class,
            ReplayCommand.class,
            Train.class,
            Bench.class,
            TopicsCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 something stood in the way (one sentence on standard error says what), 2 wrong usage."
        })
public final class Divide {

    private Divide() {}

    public static void main(String[] arguments) {
        // Avro reads only classes of packages that are trusted before it is loaded.
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.computedivide.avro");
        var out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8));
        var err = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8), true);
        System.exit(commandLine().setOut(out).setErr(err).execute(arguments));
    }

    /** The whole command tree, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new Divide())
                .setExecutionExceptionHandler(Divide::explain)
                .setParameterExceptionHandler(Divide::correct)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int explain(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        line.getOut().flush();
        if (problem instanceof CannotRun) {
            err.println("divide: " + problem.getMessage());
        } else {
            err.println("divide: this should not have happened; please report it with the following lines");
            problem.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** One sentence, what was probably meant, and where to read more. */
    private static int correct(CommandLine.ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("divide: " + problem.getMessage());
        if (!suggestOption(problem, line, err)) {
            CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
        }
        err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** Picocli suggests commands, but no option that was given with its value. */
    private static boolean suggestOption(CommandLine.ParameterException problem, CommandLine line, PrintWriter err) {
        if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched) || !unmatched.isUnknownOption()) {
            return false;
        }
        String option = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        Optional<String> nearest =
                Nearest.to(option, line.getCommandSpec().optionsMap().keySet());
        nearest.ifPresent(name -> err.println("Did you mean " + name + "?"));
        return nearest.isPresent();
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"divide " + Program.version()};
        }
    }
}
