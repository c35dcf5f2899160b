package nl.samenzicht.domain.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenzicht.domain.person.PartialDate;

/**
 * Under which compounds a description is found. Each holds at least two things of which neither is enough, such as the sound
 * of a name and a whole date, or a number that is a person's own; none is made of one name or one date alone.
 */
final class Blocking {

    private static final int MOST_SOUNDS = 5;
    private static final int MOST_PAIRS = 6;
    private static final int MOST_BEGINNINGS = 2;
    private static final int BEGINNING = 4;
    private static final double COMMUNITY = 20;

    /** How many people share a year, a whole date, days and months of it: about, from the years in which people are alive. */
    private static final double YEAR = 1.0 / 70;

    private static final double DATE = 1.0 / 25_000;
    private static final double DAYS = 1.0 / 250;
    private static final double YEAR_AND_LOW = YEAR / 8;
    private static final double INITIAL = 1.0 / 12;
    private static final double YEAR_AND_HIGH = YEAR / 14;

    private final Frequencies frequencies;
    private final Map<String, Compound> compounds = new LinkedHashMap<>();

    private Blocking(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    static List<Compound> of(Persona persona, Frequencies frequencies) {
        var blocking = new Blocking(frequencies);
        blocking.add(persona);
        return List.copyOf(blocking.compounds.values());
    }

    private void add(String text, double share) {
        compounds.put(text, new Compound(text, share));
    }

    private void addRare(String text, double share) {
        if (frequencies.rare(share)) {
            add(text, share);
        }
    }

    private void add(Persona persona) {
        persona.bsn().ifPresent(number -> add("bsn|" + number, 0));
        persona.vNumber().ifPresent(number -> add("v|" + number, 0));
        persona.phone().ifPresent(number -> add("phone|" + number, 0));
        var sounds = sounds(persona);
        persona.birthDate().ifPresent(date -> withDate(persona, sounds, date));
        pairs(sounds).forEach(pair -> addRare("names|" + pair.text(), pair.share()));
        beginnings(persona).stream()
                .filter(pair -> frequencies.rare(pair.share()))
                .limit(MOST_BEGINNINGS)
                .forEach(pair -> add("begin|" + pair.text(), pair.share()));
    }

    private void withDate(Persona persona, List<String> sounds, PartialDate date) {
        var pairs = pairs(sounds);
        pairs.forEach(pair -> add("year|" + pair.text() + "|" + date.year(), pair.share() * YEAR));
        if (date.day() == 0) {
            return;
        }
        // day and month in one order, as they are swapped often
        var low = Math.min(date.month(), date.day());
        var high = Math.max(date.month(), date.day());
        var days = low + "-" + high;
        var whole = date.year() + "|" + days;
        for (var sound : sounds) {
            double share = frequencies.ofSound(sound);
            add("sound|" + sound + "|" + whole, share * DATE);
            // a wrong part of a date is worth its many candidates only for a name that few have
            addRare("low|" + sound + "|" + date.year() + "|" + low, share * YEAR_AND_LOW);
            addRare("high|" + sound + "|" + date.year() + "|" + high, share * YEAR_AND_HIGH);
        }
        initials(persona).forEach(initial -> add("initial|" + initial + "|" + whole, INITIAL * DATE));
        pairs.forEach(pair -> add("days|" + pair.text() + "|" + days, pair.share() * DAYS));
    }

    private static List<String> sounds(Persona persona) {
        var sounds = new LinkedHashSet<String>();
        for (var words : List.of(persona.given(), persona.family(), persona.others())) {
            words.stream()
                    .filter(word -> word.length() > 1)
                    .map(Blocking::sound)
                    .forEach(sounds::add);
        }
        return sounds.stream().limit(MOST_SOUNDS).toList();
    }

    /** The sound of a name, or of what it is short for. */
    static String sound(String word) {
        return Sound.of(Nicknames.root(word).orElse(word));
    }

    private static Set<String> initials(Persona persona) {
        var initials = new LinkedHashSet<String>();
        for (var words : List.of(persona.given(), persona.family())) {
            words.stream().limit(2).map(word -> word.substring(0, 1)).forEach(initials::add);
        }
        return initials;
    }

    private List<Compound> pairs(List<String> sounds) {
        var pairs = new ArrayList<Compound>();
        for (int i = 0; i < sounds.size(); i++) {
            for (int j = i + 1; j < sounds.size() && pairs.size() < MOST_PAIRS; j++) {
                var one = sounds.get(i);
                var other = sounds.get(j);
                pairs.add(
                        new Compound(pair(one, other), together(frequencies.ofSound(one), frequencies.ofSound(other))));
            }
        }
        return pairs;
    }

    /** How many people have both names: given and family names go together within a community. */
    private static double together(double one, double other) {
        return Math.min(Math.min(one, other), one * other * COMMUNITY);
    }

    /** How given and family names begin: for when one of them is misspelled and no date helps. */
    private List<Compound> beginnings(Persona persona) {
        var pairs = new ArrayList<Compound>();
        for (var given : persona.given()) {
            for (var family : persona.family()) {
                if (given.length() > 2 && family.length() > 2) {
                    var one = beginning(given);
                    var other = beginning(family);
                    pairs.add(new Compound(
                            pair(one, other), together(frequencies.ofBeginning(one), frequencies.ofBeginning(other))));
                }
            }
        }
        return pairs;
    }

    /** The first letters of a name. */
    static String beginning(String word) {
        return word.substring(0, Math.min(BEGINNING, word.length()));
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one;
    }
}
