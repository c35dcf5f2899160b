package nl.samenzicht.domain.casefile;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The municipalities of the Netherlands with the code of Statistics Netherlands (CBS) and the days on which each exists,
 * read from {@code casefile/municipalities.csv}.
 *
 * <p>The table holds all municipalities that existed on 31 December 2018 or later, as known on 24 November 2026. It will
 * fall behind: municipalities change every first of January. So a code that has the right form but is not in the table is
 * {@link Standing#NOT_IN_LIST}, never wrong; only a name must be one that we know.
 *
 * @see <a href="https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/informatie-voor-gemeenten/herindelingen-en-grenswijzigingen">CBS,
 *     Herindelingen en grenswijzigingen</a>
 */
public final class Municipalities {

    private static final Municipalities STANDARD = read();
    private static final Pattern CODE = Pattern.compile("GM\\d{4}");

    private final Map<String, Municipality> byCode;
    private final Map<String, Municipality> byName = new HashMap<>();

    private Municipalities(Collection<Municipality> all) {
        byCode = all.stream().collect(toUnmodifiableMap(Municipality::code, Function.identity()));
        all.stream()
                .sorted(Comparator.comparing(one -> one.until().orElse(LocalDate.MAX)))
                .forEach(one -> one.names().forEach(name -> byName.put(plain(name), one)));
    }

    /**
     * One municipality.
     *
     * @param from its first day; empty when it existed before 2019
     * @param until the first day on which it does not exist any more; empty when no end is known
     * @param also other names by which people know it
     */
    public record Municipality(
            String code, String name, Optional<LocalDate> from, Optional<LocalDate> until, List<String> also) {
        public Municipality {
            also = List.copyOf(also);
        }

        /** Whether it exists on this day. */
        public boolean existsOn(LocalDate day) {
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && until.map(day::isBefore).orElse(true);
        }

        private Stream<String> names() {
            var withoutProvince = name.replaceAll(" \\([^)]*\\)$", "");
            return Stream.concat(Stream.of(name, withoutProvince), also.stream());
        }
    }

    /** How a code stands on a day. */
    public enum Standing {
        /** A municipality that exists then. */
        EXISTS,
        /** A municipality that did not exist yet, or no longer. */
        OTHER_TIME,
        /** The form is right, but the table does not have it; it may be newer than the table. */
        NOT_IN_LIST
    }

    /** The table that the product is built with. */
    public static Municipalities standard() {
        return STANDARD;
    }

    /** The municipalities that exist on this day, by name. */
    public List<Municipality> on(LocalDate day) {
        return byCode.values().stream()
                .filter(one -> one.existsOn(day))
                .sorted(Comparator.comparing(one -> plain(one.name())))
                .toList();
    }

    /** The municipality with this code; empty when the table does not have it. */
    public Optional<Municipality> withCode(String code) {
        return Optional.ofNullable(byCode.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /** How this code stands on a day. */
    public Standing standingOf(String code, LocalDate day) {
        return withCode(code)
                .map(one -> one.existsOn(day) ? Standing.EXISTS : Standing.OTHER_TIME)
                .orElse(Standing.NOT_IN_LIST);
    }

    /**
     * Reads what somebody typed, a code or a name, as a code. Of two municipalities that have borne one name, the one that
     * exists longest is meant. 'Bergen' alone is nobody: there are two, 'Bergen (L.)' and 'Bergen (NH.)'.
     *
     * @return empty when it is no code and no name that we know
     */
    public Optional<String> codeOf(String typed) {
        var upper = typed.strip().toUpperCase(Locale.ROOT);
        return CODE.matcher(upper).matches()
                ? Optional.of(upper)
                : Optional.ofNullable(byName.get(plain(typed)))
                        .filter(one -> !isAmbiguous(typed, one))
                        .map(Municipality::code);
    }

    private boolean isAmbiguous(String typed, Municipality found) {
        var name = plain(typed);
        return byCode.values().stream()
                .anyMatch(other -> !other.equals(found)
                        && other.until().equals(found.until())
                        && other.names().anyMatch(each -> plain(each).equals(name)));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{Alnum}]", "");
    }

    private static Municipalities read() {
        try (var in = Municipalities.class.getResourceAsStream("/casefile/municipalities.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Municipalities(
                    lines.lines().skip(1).map(Municipalities::municipality).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("casefile/municipalities.csv cannot be read", e);
        }
    }

    private static Municipality municipality(String line) {
        var cells = line.split(";", -1);
        if (cells.length != 5) {
            throw new IllegalStateException(
                    "casefile/municipalities.csv: '%s' has %d cells, not 5".formatted(line, cells.length));
        }
        return new Municipality(
                cells[0],
                cells[1],
                day(cells[2]),
                day(cells[3]),
                Arrays.stream(cells[4].split("\\|"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static Optional<LocalDate> day(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }
}
