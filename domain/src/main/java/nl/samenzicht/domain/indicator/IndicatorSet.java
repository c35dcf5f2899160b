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
import java.util.HashMap;
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
 * names those that come with the product, and {@link IndicatorSets} has all.
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

    /** Versions from this number on were entered; see {@link WeightsService}. */
    static final int ENTERED = 100;

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

    /** The versions that come with the product, in the order of their numbers. */
    static List<IndicatorSet> published() {
        return VERSIONS;
    }

    /**
     * The version of the product with this number, or on which an entered version with this number stands: it names the same
     * indicators, maybe with other weights.
     *
     * @throws NoSuchElementException when there is none
     */
    public static IndicatorSet naming(int number) {
        int base = number < ENTERED ? number : number / ENTERED;
        return numbered(base, VERSIONS);
    }

    /** The one of these with a number. */
    static IndicatorSet numbered(int number, List<IndicatorSet> sets) {
        return sets.stream()
                .filter(set -> set.version == number)
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("there is no version %d of the indicators".formatted(number)));
    }

    /**
     * The version of the product that holds on a day in Amsterdam, for what has no weights.
     *
     * @throws NoSuchElementException when none holds then
     */
    public static IndicatorSet publishedOn(LocalDate day) {
        return holding(day, VERSIONS);
    }

    /** The last of these, in the order in which they come to hold, that holds on a day in Amsterdam. */
    static IndicatorSet holding(LocalDate day, List<IndicatorSet> sets) {
        return sets.stream()
                .filter(set -> set.holdsOn(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NoSuchElementException("no indicators hold on " + day));
    }

    /** Whether it may be used on a day in Amsterdam. */
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && validUntil.map(day::isBefore).orElse(true);
    }

    /** The same indicators with the official weights of one list; one that is missing does not stand in that list. */
    IndicatorSet with(int number, LocalDate from, String where, Profile profile, Map<String, Weight> weights) {
        var official = new HashMap<String, Weighed>();
        weights.forEach((code, weight) -> official.put(code, new Weighed(weight, false)));
        return new IndicatorSet(number, from, validUntil, where, weighed(profile, official));
    }

    /** This version with other weights in one profile; an indicator that is missing has none there. */
    IndicatorSet weighing(Profile profile, Map<String, Weighed> weights) {
        return new IndicatorSet(version, validFrom, validUntil, source, weighed(profile, weights));
    }

    private List<Indicator> weighed(Profile profile, Map<String, Weighed> weights) {
        return byCode.values().stream()
                .map(each ->
                        each.counts() ? each.weighing(profile, Optional.ofNullable(weights.get(each.code()))) : each)
                .toList();
    }

    /** Whether another version weighs all indicators alike, and knows as much for certain. */
    boolean sameWeights(IndicatorSet other) {
        return byCode.values().stream()
                .allMatch(each -> other.find(each.code())
                        .filter(same -> same.weights().equals(each.weights()))
                        .isPresent());
    }

    /** How many weights of a list stand in for ones that are not known. */
    public long provisional(Profile profile) {
        return byCode.values().stream()
                .flatMap(indicator -> Optional.ofNullable(indicator.weights().get(profile)).stream())
                .filter(Weighed::provisional)
                .count();
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
