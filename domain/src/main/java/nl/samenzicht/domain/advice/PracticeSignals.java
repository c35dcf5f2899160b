package nl.samenzicht.domain.advice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.indicator.Indicator;
import nl.samenzicht.domain.indicator.IndicatorSet;

/**
 * The signals of Dutch practice in the version of the indicators that holds today. They are said in our own words after lists of
 * Zorg- en Veiligheidshuis Zeeland, Maak het zichtbaar, Keerpunt and Informatiepunt mensenhandel, and carry no official weight.
 */
public final class PracticeSignals {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private PracticeSignals() {}

    /** The signals in the order in which they are shown. */
    public static List<PracticeSignal> all() {
        return IndicatorSet.publishedOn(LocalDate.now(AMSTERDAM)).practiceSignals().values().stream()
                .flatMap(List::stream)
                .map(PracticeSignals::signal)
                .toList();
    }

    /** The groups with their signals, in the order in which they are shown. */
    public static Map<String, List<PracticeSignal>> byGroup() {
        return all().stream().collect(groupingBy(PracticeSignal::group, LinkedHashMap::new, toList()));
    }

    private static PracticeSignal signal(Indicator indicator) {
        return new PracticeSignal(
                indicator.code(), indicator.group(), indicator.forms(), indicator.nl(), indicator.en());
    }
}
