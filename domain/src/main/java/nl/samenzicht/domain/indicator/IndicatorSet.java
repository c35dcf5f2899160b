package nl.samenzicht.domain.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenzicht.domain.indicator.Indicator.Weighed;

/**
 * One version of the indicators with their weights, as data with a validity and a source: {@code indicator/versions.tsv}
 * names them.
 *
 * <p>The weights for sexual exploitation are known for a few indicators only. For the others those for labour stand in, marked
 * as provisional; in the dimension of exploitation a stand-in for adults is never strong, because the published list has no
 * strong indicator there.
 *
 * @see <a href="https://www.ilo.org/publications/operational-indicators-trafficking-human-beings">ILO and European Commission,
 *     Operational indicators of trafficking in human beings, 2009</a>
 */
public final class IndicatorSet {

    private static final String FOLDER = "/indicator/";
    private static final int COLUMNS = 13;
    private static final List<IndicatorSet> VERSIONS = versions();

    private final int version;
    private final LocalDate validFrom;
    private final Optional<LocalDate> validUntil;
    private final String source;
    private final Map<String, Indicator> byCode;

    private IndicatorSet(
            int version,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            String source,
            List<Indicator> indicators) {
        this.version = version;
        this.validFrom = validFrom;
        this.validUntil = validUntil;
        this.source = source;
        this.byCode = indicators.stream()
                .collect(toMap(
                        Indicator::code,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("indicator '" + one.code() + "' stands twice in the set");
                        },
                        LinkedHashMap::new));
    }

    /**
     * The version that holds on a day in Amsterdam.
     *
     * @throws NoSuchElementException when none holds then
     */
    public static IndicatorSet on(LocalDate day) {
        return VERSIONS.stream()
                .filter(set -> !day.isBefore(set.validFrom)
                        && set.validUntil.map(day::isBefore).orElse(true))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NoSuchElementException("no indicators hold on " + day));
    }

    /**
     * The version with this number, for reading what was recorded with it.
     *
     * @throws NoSuchElementException when there is none
     */
    public static IndicatorSet version(int number) {
        return VERSIONS.stream()
                .filter(set -> set.version == number)
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("there is no version %d of the indicators".formatted(number)));
    }

    public int version() {
        return version;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** Where the version comes from, in words. */
    public String source() {
        return source;
    }

    /** All of them, in the order of the screen. */
    public List<Indicator> all() {
        return List.copyOf(byCode.values());
    }

    /** The indicators of the ILO that have a weight in a profile, by dimension. */
    public Map<Dimension, List<Indicator>> weighedFor(Profile profile) {
        return byCode.values().stream()
                .filter(indicator -> indicator.counts() && indicator.weights().containsKey(profile))
                .collect(groupingBy(
                        indicator -> indicator.dimension().orElseThrow(),
                        () -> new EnumMap<>(Dimension.class),
                        toList()));
    }

    /** The signals of Dutch practice by where one notices them. */
    public Map<String, List<Indicator>> practiceSignals() {
        return byCode.values().stream()
                .filter(indicator -> !indicator.counts())
                .collect(groupingBy(Indicator::group, LinkedHashMap::new, toList()));
    }

    /** The indicator with this code; empty when this version has none. */
    public Optional<Indicator> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static List<IndicatorSet> versions() {
        return lines("versions.tsv").map(IndicatorSet::versionOf).toList();
    }

    private static IndicatorSet versionOf(String[] cells) {
        return new IndicatorSet(
                Integer.parseInt(cells[0]),
                LocalDate.parse(cells[1]),
                Optional.of(cells[2]).filter(until -> !until.isEmpty()).map(LocalDate::parse),
                cells[4],
                lines(cells[3]).map(IndicatorSet::indicator).toList());
    }

    private static Stream<String[]> lines(String file) {
        try (var in = IndicatorSet.class.getResourceAsStream(FOLDER + file);
                var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + file + " cannot be read", e);
        }
    }

    private static Indicator indicator(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "indicator '%s' has %d columns, not %d".formatted(cells[0], cells.length, COLUMNS));
        }
        var dimension = Stream.of(Dimension.values())
                .filter(each -> each.name().equals(cells[2]))
                .findFirst();
        return new Indicator(
                cells[0],
                dimension,
                cells[2],
                dimension.map(of -> weights(of, cells)).orElse(Map.of()),
                words(cells[7]),
                words(cells[9]),
                cells[10],
                cells[11],
                cells[12]);
    }

    private static Map<Profile, Weighed> weights(Dimension dimension, String[] cells) {
        var known = new EnumMap<Profile, Weight>(Profile.class);
        for (var profile : Profile.values()) {
            Weight.ofCode(cells[3 + profile.ordinal()]).ifPresent(weight -> known.put(profile, weight));
        }
        var weights = new EnumMap<Profile, Weighed>(Profile.class);
        for (var profile : Profile.values()) {
            Optional.ofNullable(known.get(profile))
                    .map(weight -> new Weighed(weight, false))
                    .or(() -> profile.standIn()
                            .map(known::get)
                            .map(weight -> new Weighed(asStandIn(weight, dimension, profile), true)))
                    .ifPresent(weighed -> weights.put(profile, weighed));
        }
        return weights;
    }

    private static Weight asStandIn(Weight weight, Dimension dimension, Profile profile) {
        return dimension == Dimension.EX && profile == Profile.ADULT_SEXUAL && weight == Weight.STRONG
                ? Weight.MEDIUM
                : weight;
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(" "));
    }
}
