package nl.samenzicht.domain.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import nl.samenzicht.domain.linkage.LabelledPeople.Described;

/**
 * Makes people as Dutch agencies write them down, and second descriptions of them by somebody else: prefixes in all their
 * spellings, other scripts and other transliterations, nicknames, other names, misspellings, swapped and partial dates, half a
 * name, 'Onbekend', numbers that one of the two has not. The same seed gives the same people.
 *
 * <p>Names and how common they are were written down from general knowledge; six to eight of ten family names are put together from
 * syllables: the hundred most common family names are those of about a fifth of the people here, and the rest is a long tail. Numbers are made so that they fail the eleven test: they are nobody's.
 */
public final class DutchPeople {

    private record Given(String origin, boolean female, int weight, String name, List<String> otherwise) {}

    private record Family(String origin, int weight, String prefix, String name, List<String> otherwise) {}

    /** Somebody as they are. */
    private record Person(
            int number, Given given, String second, Family family, LocalDate born, String bsn, String phone) {}

    private static final Map<String, String[][]> SYLLABLES = Map.of(
            "nl",
                    syllables(
                            "Bol Hag Wester Ooster Klaver Rijn Steen Zand Heuvel Lind Eik Brem Kool Vaar Schil Gras Dorre Wolf"
                                    + " Vroe Kam Tolle Rozen Boter Noor Holt Duin Mol Spaar",
                            "man stra sma ink veld kamp burg huis hof beek gaard berg dijk aar ema inga broek woud hout steeg"
                                    + " ma sen ers voort camp"),
            "ar",
                    syllables(
                            "Bou Ben Ait Bel Chah Zer Ham Rah Ouar Kar Taj Lah Mes Saf Far Aza Daou Ghar Jab Nas",
                            "zidi hmidi louf rouk mane saoui dani khiri rachi ssoui tahar khouf naoui lali mouni zouz dadi bari"),
            "tr",
                    syllables(
                            "Kara Ak Öz Er Koç Boz Tun Gün Dem Al Bay Sar Yıl Can Dağ",
                            "taş doğan demir türk can soy kan lı oğlu kaya tepe er han bulut"),
            "pl",
                    syllables(
                            "Maj Dąb Lew Sok Kac Gór Wal Pietr Mal Zaw Krol Jab Bor Czar Rud Olsz",
                            "ewski owicz zak inski czyk owska iak ewicz kowski arek uch icki"),
            "ro",
                    syllables(
                            "Con Stan Mol Rad Bal Vas Dob Cri Mar Lup Tudo Ghe Bog Sav",
                            "stantin escu doveanu rescu anu oiu ache ilă dan eanu rache inescu"),
            "bg",
                    syllables(
                            "Пет Ник Тод Кол Стоя Ангел Мар Хри Рад Бог Атан",
                            "ров олов ков инов сов анова ева чев канов илова"),
            "ru",
                    syllables(
                            "Бон Сав Тка Лит Гон Рома Кра Пол Мор Бел Гри Чер",
                            "даренко чук чин виненко ненко шевич вченко тарь ник ова енкова овский"),
            "gr", syllables("Παπα Γεωργ Νικολ Κωνστ Δημητρ Χριστ Βασιλ", "κης ίδης άκης όπουλος ατος έας"),
            "af",
                    syllables(
                            "Oke Ade Boa Nwa Ama Kou Dia Osa Eze Tra Asa Man Obi",
                            "reke bayo teng chuk oah yate mba wale mba ndi koye sah"),
            "vn", syllables("Ph Tr H Đ V L B D", "am inh oang ặng ũ ê ùi ương ạm ồ ung iên"));
    private static final String[] ALIASES =
            ("Bella Lucky Kiki Baby Momo Lange Roxy Pablo Chico Tita Flaco Sugar Ghost Nino Coco Lola Ace Dolly Milo Ziggy Star"
                            + " Mimi Rocky Tiger Gigi Bubba Dodo Jazz Kimmy Papi")
                    .split(" ");
    private static final double INVENTED = 0.6;
    private static final double INVENTED_ELSEWHERE = 0.75;

    private static String[][] syllables(String begin, String end) {
        return new String[][] {begin.split(" "), end.split(" ")};
    }

    private final Random random;
    private final List<Given> givens = read("given-names.csv").stream()
            .map(cells ->
                    new Given(cells[0], cells[1].equals("f"), Integer.parseInt(cells[2]), cells[3], words(cells[4])))
            .toList();
    private final List<Family> families = read("family-names.csv").stream()
            .map(cells -> new Family(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3], words(cells[4])))
            .toList();
    private final Map<String, List<Given>> givenByOrigin = new HashMap<>();
    private final Map<String, List<Family>> familyByOrigin = new HashMap<>();
    private int numbers = 100_000_000;

    private DutchPeople(long seed) {
        random = new Random(seed);
        givens.forEach(each -> givenByOrigin
                .computeIfAbsent(each.origin(), any -> new ArrayList<>())
                .add(each));
        families.forEach(each -> familyByOrigin
                .computeIfAbsent(each.origin(), any -> new ArrayList<>())
                .add(each));
    }

    /**
     * Makes two lists.
     *
     * @param pairs how many are in both
     * @param askedAlone how many are in the first only
     * @param keptAlone how many are in the second only
     */
    public static LabelledPeople labelled(long seed, int pairs, int askedAlone, int keptAlone) {
        var maker = new DutchPeople(seed);
        var asked = new ArrayList<Described>();
        var kept = new ArrayList<Described>();
        Person last = maker.person(0);
        for (int i = 0; i < pairs + askedAlone + keptAlone; i++) {
            var person = maker.chance(0.01) ? maker.relative(i, last) : maker.person(i);
            last = person;
            if (i < pairs + askedAlone) {
                asked.add(new Described("p" + i, maker.describe(person)));
            }
            if (i < pairs || i >= pairs + askedAlone) {
                kept.add(new Described("p" + i, maker.describe(person)));
            }
        }
        return new LabelledPeople(List.copyOf(asked), List.copyOf(kept));
    }

    /** Makes people who are written down once, as they are. */
    public static List<Persona> population(long seed, int size) {
        var maker = new DutchPeople(seed);
        var people = new ArrayList<Persona>(size);
        for (int i = 0; i < size; i++) {
            people.add(maker.written(maker.person(i)));
        }
        return people;
    }

    /** Shows people one by one: how they are written down, and how somebody else describes them. */
    public static void each(long seed, int size, BiConsumer<Persona, Persona> act) {
        var maker = new DutchPeople(seed);
        for (int i = 0; i < size; i++) {
            var person = maker.person(i);
            act.accept(maker.written(person), maker.describe(person));
        }
    }

    private Person person(int number) {
        var given = pick(givens, Given::weight);
        Family family;
        var own = familyByOrigin.getOrDefault(given.origin(), families);
        if (chance(given.origin().equals("nl") ? INVENTED : INVENTED_ELSEWHERE)) {
            var prefix = given.origin().equals("nl") && chance(0.3) ? one("van", "van de", "de") : "";
            family = new Family(given.origin(), 0, prefix, invented(SYLLABLES.get(given.origin())), List.of());
        } else {
            family = pick(chance(0.9) ? own : families, Family::weight);
        }
        var second = chance(0.3)
                ? pick(givenByOrigin.get(given.origin()), Given::weight).name()
                : "";
        return new Person(
                number,
                given,
                second,
                family,
                LocalDate.of(1945, 1, 1).plusDays(random.nextInt(68 * 365)),
                Integer.toString(nobodys()),
                "6%08d".formatted(10_000_000 + random.nextInt(89_999_999)));
    }

    /** A brother, sister, parent or child of somebody: the same family name, and sometimes the same birthday. */
    private Person relative(int number, Person of) {
        var person = person(number);
        return new Person(
                number,
                chance(0.1) ? of.given() : person.given(),
                person.second(),
                of.family(),
                chance(0.1) ? of.born() : person.born(),
                person.bsn(),
                chance(0.3) ? of.phone() : person.phone());
    }

    private int nobodys() {
        do {
            numbers++;
        } while (passes(numbers));
        return numbers;
    }

    private static boolean passes(int number) {
        int sum = -(number % 10);
        int rest = number / 10;
        for (int weight = 2; weight <= 9; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return sum % 11 == 0;
    }

    private String invented(String[][] syllables) {
        var middle = chance(0.5) ? one(syllables[0]).toLowerCase(java.util.Locale.ROOT) : "";
        return one(syllables[0]) + middle + one(syllables[1]);
    }

    private Persona written(Person person) {
        return persona(
                person.given().name() + " " + person.second(),
                person.family().prefix() + " " + person.family().name(),
                "",
                person.born().toString(),
                person.bsn(),
                person.phone());
    }

    /** One description, as some agency has it. */
    private Persona describe(Person person) {
        var given = given(person);
        var family = family(person);
        var aliases = "";
        if (chance(0.04)) {
            aliases = given;
            given = pick(givenByOrigin.get(person.given().origin()), Given::weight)
                    .name();
        } else if (chance(0.08)) {
            aliases = alias(person) + (chance(0.3) ? ", " + given : "");
        }
        if (chance(0.015)) {
            var swap = given;
            given = family;
            family = swap;
        }
        if (chance(0.03)) {
            given = one("", "Onbekend", "onbekend", "?", given.substring(0, 1) + ".");
        } else if (chance(0.015)) {
            family = one("", "Onbekend", "niet bekend");
        }
        return persona(given, family, aliases, date(person.born()), chance(0.5) ? person.bsn() : "", phone(person));
    }

    /** What somebody is called on the street; the same for the same person. */
    private String alias(Person person) {
        int number = Math.floorMod(person.number() * 31, 997);
        return ALIASES[number % ALIASES.length] + (number % 3 == 0 ? "" : " " + ALIASES[number / 7 % ALIASES.length]);
    }

    private String given(Person person) {
        var name = person.given().name();
        var otherwise = person.given().otherwise();
        if (!otherwise.isEmpty() && chance(person.given().origin().equals("nl") ? 0.15 : 0.5)) {
            name = otherwise.get(random.nextInt(otherwise.size()));
        }
        if (!person.second().isEmpty() && chance(0.6)) {
            name = name + " " + person.second();
        }
        return chance(0.06) ? misspelled(name) : name;
    }

    private String family(Person person) {
        var family = person.family();
        var name = family.name();
        if (!family.otherwise().isEmpty() && chance(family.origin().equals("nl") ? 0.1 : 0.5)) {
            name = family.otherwise().get(random.nextInt(family.otherwise().size()));
        }
        if (chance(0.06)) {
            name = misspelled(name);
        }
        if (chance(0.04)) {
            name = name + "-" + pick(families, Family::weight).name();
        }
        var prefix = family.prefix();
        if (!prefix.isEmpty()) {
            if (chance(0.15)) {
                prefix = "";
            } else if (chance(0.2)) {
                prefix = prefix.replace("van der", one("v.d.", "v/d", "vd"))
                        .replace("van den", one("v.d.", "vd"))
                        .replace("van de", one("v.d.", "v.d"))
                        .replace("van", "v.");
            } else if (chance(0.08) && prefix.startsWith("van")) {
                return prefix.replace(" ", "") + name.toLowerCase(java.util.Locale.ROOT);
            }
        }
        return (prefix + " " + name).strip();
    }

    private String misspelled(String name) {
        if (name.length() < 3) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private String date(LocalDate born) {
        double way = random.nextDouble();
        if (way < 0.03) {
            return "";
        }
        if (way < 0.07) {
            return Integer.toString(born.getYear());
        }
        if (way < 0.08) {
            return "~" + (born.getYear() + random.nextInt(3) - 1);
        }
        if (way < 0.10) {
            return born.toString().substring(0, 7);
        }
        if (way < 0.12 && born.getDayOfMonth() <= 12) {
            return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                    .toString();
        }
        if (way < 0.135) {
            return born.plusDays(one(-10, -1, 1, 10, 2)).toString();
        }
        if (way < 0.15) {
            return born.plusYears(one(-10, -1, 1, 10)).toString();
        }
        return way < 0.16 ? LocalDate.of(born.getYear(), 1, 1).toString() : born.toString();
    }

    private String phone(Person person) {
        return chance(0.6)
                ? ""
                : chance(0.7) ? "+31 " + person.phone() : "06" + (10_000_000 + random.nextInt(89_999_999));
    }

    private static Persona persona(String given, String family, String aliases, String born, String bsn, String phone) {
        var read = Persona.of(Map.of(
                "givenNames", given, "familyName", family, "aliases", aliases, "birthDate", born, "phone", phone));
        return new Persona(
                read.given(),
                read.family(),
                read.others(),
                read.birthDate(),
                Optional.of(bsn).filter(number -> !number.isEmpty()),
                Optional.empty(),
                read.phone());
    }

    private boolean chance(double of) {
        return random.nextDouble() < of;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T pick(List<T> from, ToIntFunction<T> weight) {
        int at = random.nextInt(from.stream().mapToInt(weight).sum());
        for (var each : from) {
            at -= weight.applyAsInt(each);
            if (at < 0) {
                return each;
            }
        }
        throw new IllegalStateException();
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String[]> read(String file) {
        try (var in = DutchPeople.class.getResourceAsStream("/linkage/" + file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
