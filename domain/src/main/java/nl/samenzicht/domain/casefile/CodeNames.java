package nl.samenzicht.domain.casefile;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes code names for case files out of two plain words and a number, such as 'Stille Beuk 41'. They are drawn at random
 * and say nothing of the person, the place or the time.
 */
final class CodeNames {

    private static final List<String> FIRST = List.of(
            "Blauwe",
            "Bonte",
            "Brede",
            "Droge",
            "Edele",
            "Fijne",
            "Frisse",
            "Gele",
            "Gouden",
            "Groene",
            "Grote",
            "Heldere",
            "Hoge",
            "Jonge",
            "Klare",
            "Kleine",
            "Koele",
            "Koperen",
            "Lange",
            "Lichte",
            "Milde",
            "Oude",
            "Paarse",
            "Rode",
            "Ronde",
            "Rustige",
            "Scherpe",
            "Stille",
            "Sterke",
            "Verre",
            "Vlakke",
            "Vrije",
            "Warme",
            "Wijde",
            "Wilde",
            "Witte",
            "Zachte",
            "Zilveren",
            "Zoute",
            "Zuivere");
    private static final List<String> SECOND = List.of(
            "Anjer",
            "Beek",
            "Berk",
            "Beuk",
            "Boog",
            "Brem",
            "Bron",
            "Brug",
            "Den",
            "Dijk",
            "Duin",
            "Eik",
            "Els",
            "Es",
            "Fluit",
            "Gaarde",
            "Haven",
            "Hazelaar",
            "Heide",
            "Iep",
            "Kade",
            "Kamille",
            "Kastanje",
            "Klaver",
            "Korenbloem",
            "Krekel",
            "Kust",
            "Laan",
            "Lelie",
            "Linde",
            "Merel",
            "Mos",
            "Olm",
            "Plas",
            "Poort",
            "Riet",
            "Rots",
            "Schelp",
            "Spar",
            "Steen",
            "Tijm",
            "Toren",
            "Varen",
            "Veer",
            "Vink",
            "Vlier",
            "Wad",
            "Weide",
            "Wilg",
            "Zwaluw");

    private final RandomGenerator random;

    CodeNames() {
        this(new SecureRandom());
    }

    CodeNames(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        return "%s %s %d"
                .formatted(
                        FIRST.get(random.nextInt(FIRST.size())),
                        SECOND.get(random.nextInt(SECOND.size())),
                        10 + random.nextInt(990));
    }
}
