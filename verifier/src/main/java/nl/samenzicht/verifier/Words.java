package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.StringJoiner;
import nl.samenzicht.verifier.Verdict.Found;

/** The sentences of the verifier in one language, for people who never heard of a Merkle tree. */
public final class Words {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Locale locale;
    private final Properties sentences = new Properties();

    private Words(Locale locale) {
        this.locale = locale;
        try (var in = file("verifier_" + locale.getLanguage() + ".properties")) {
            sentences.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words of a language.
     *
     * @throws IllegalArgumentException when it is neither {@code nl} nor {@code en}
     */
    public static Words in(String language) {
        if (!language.equals("nl") && !language.equals("en")) {
            throw new IllegalArgumentException("'%s' is not a language here: nl or en".formatted(language));
        }
        return new Words(Locale.forLanguageTag(language));
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
    }

    /** What goes into each bundle, for who finds it without knowing what it is; in both languages. */
    static String readme() {
        try (var in = file("README.txt")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence with its arguments filled in; numbers get the separators of the language. */
    public String text(String key, Object... args) {
        var pattern = Objects.requireNonNull(sentences.getProperty(key), key);
        return new MessageFormat(pattern, locale).format(args);
    }

    /** What one flaw means. */
    String sentence(Found found) {
        var args = found.args().stream().map(Words::number).toArray();
        return text(found.flaw().code(), args);
    }

    private static Object number(String arg) {
        return arg.matches("[0-9]{1,18}") ? (Object) Long.valueOf(arg) : arg;
    }

    /** The whole verdict as somebody reads it on a terminal. */
    String verdict(Verdict verdict) {
        var lines = new StringJoiner("\n", "", "\n");
        if (verdict.whole()) {
            lines.add(text("whole", verdict.lines(), verdict.readable(), verdict.origin()));
            verdict.removal().ifPresent(removal -> lines.add(removed(removal)));
            lines.add(text("made", moment(verdict)));
        } else {
            lines.add(text("not-whole", verdict.found().size() + verdict.omitted()));
            verdict.found().forEach(found -> lines.add("- " + sentence(found)));
            if (verdict.omitted() > 0) {
                lines.add("- " + text("omitted", verdict.omitted()));
            }
            lines.add(text("what-now"));
        }
        verdict.witnesses()
                .forEach(seen ->
                        lines.add(text("witness", seen.cosignature().witness().name(), seen.size())));
        if (verdict.whole() && verdict.witnesses().isEmpty()) {
            lines.add(text("no-witness"));
        }
        return lines.toString();
    }

    private String removed(Removal removal) {
        return text(
                "removed",
                removal.last(),
                DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(removal.lastMonth()),
                removal.termMonths(),
                removal.proposedBy().toString(),
                removal.approvedBy().toString());
    }

    private String moment(Verdict verdict) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", locale)
                .withZone(AMSTERDAM)
                .format(verdict.made());
    }
}
