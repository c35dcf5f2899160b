package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.witness.WitnessProgram;

/** The program: {@code java -jar samenzicht-verifier.jar}. Checks a bundle; with {@code witness} in front it is a witness. */
public final class Main {
    /** The bundle is whole. */
    static final int WHOLE = 0;

    /** Something is wrong with it. */
    static final int NOT_WHOLE = 1;

    /** Nothing can be said: it cannot be read, or was asked for in a way that is not understood. */
    static final int UNREADABLE = 2;

    private static final String USAGE = """
            java -jar samenzicht-verifier.jar BUNDLE.zip --keys KEYS [--known CHECKPOINT] [--witnesses N] [--lang nl|en] [--json]

              --keys       file with the public keys of the log and of witnesses, one on a line; not from the bundle itself
              --known      a checkpoint that you kept from an earlier time
              --witnesses  how many witnesses must have seen it
              exit code    0 whole, 1 not whole, 2 cannot be checked
            """;

    private Main() {}

    /** Runs the program and ends with its exit code. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, UTF_8);
        var err = new PrintStream(System.err, true, UTF_8);
        var typed = Arrays.asList(args);
        int code = !typed.isEmpty() && typed.get(0).equals("witness")
                ? WitnessProgram.run(typed.subList(1, typed.size()), out, err)
                : run(typed, out, err);
        out.flush();
        System.exit(code);
    }

    static int run(List<String> typed, PrintStream out, PrintStream err) {
        var words = Words.in("nl");
        boolean json = typed.contains("--json");
        try {
            var arguments = new Arguments(
                    typed, Set.of("--keys", "--known", "--witnesses", "--lang"), Set.of("--json", "--help"));
            if (arguments.has("--help")) {
                out.print(USAGE);
                return WHOLE;
            }
            words = Words.in(arguments.option("--lang").orElse("nl"));
            if (arguments.rest().size() != 1) {
                throw new IllegalArgumentException("Name one bundle");
            }
            var verdict = BundleCheck.check(Path.of(arguments.rest().get(0)), trust(arguments));
            out.print(json ? verdict.json(words) + "\n" : words.verdict(verdict));
            return verdict.whole() ? WHOLE : NOT_WHOLE;
        } catch (IllegalArgumentException wrongUse) {
            return unreadable(words, json, wrongUse.getMessage(), out, err, USAGE);
        } catch (IOException unreadable) {
            return unreadable(words, json, unreadable.getMessage(), out, err, "");
        }
    }

    private static int unreadable(
            Words words, boolean json, String why, PrintStream out, PrintStream err, String usage) {
        if (json) {
            out.println("{\"whole\":null,\"error\":" + Verdict.quoted(String.valueOf(why)) + "}");
        } else {
            err.println(words.text("unreadable", String.valueOf(why)));
            err.print(usage);
        }
        return UNREADABLE;
    }

    private static Trust trust(Arguments arguments) throws IOException {
        var keys = NoteKey.parseAll(text(arguments.needed("--keys")));
        int witnesses = arguments.option("--witnesses").map(Integer::parseInt).orElse(0);
        Optional<Checkpoint> known = Optional.empty();
        if (arguments.has("--known")) {
            var note = SignedNote.parse(text(arguments.needed("--known")));
            if (keys.stream().noneMatch(note::signedBy)) {
                throw new IllegalArgumentException("The known checkpoint is not signed with one of these keys");
            }
            known = Optional.of(Checkpoint.parse(note.text()));
        }
        return new Trust(keys, known, witnesses);
    }

    private static String text(String file) throws IOException {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IOException("File '%s' cannot be read".formatted(file), unreadable);
        }
    }
}
