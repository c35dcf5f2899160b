package nl.samenzicht.domain.htcds;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Countries (ISO 3166-1) and languages (ISO 639) by code, or by name in Dutch or English. */
final class Places {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Map<String, String> COUNTRIES = countries();
    private static final Map<String, String> LANGUAGES = languages();
    /** The bibliographic codes of ISO 639-2 that differ from the terminological ones. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("may", "ms"),
            Map.entry("mao", "mi"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    private Places() {}

    /** The two-letter code of a country, {@code XX} for unknown or {@code XS} for stateless. */
    static Optional<String> country(String written) {
        return Optional.ofNullable(COUNTRIES.get(Standard.plain(written)));
    }

    static Optional<String> nearestCountry(String written) {
        return Nearest.of(written, names(Locale.getISOCountries()));
    }

    private static Stream<String> names(String[] codes) {
        return Stream.of(codes)
                .flatMap(code -> Stream.of(
                        new Locale("", code).getDisplayCountry(DUTCH),
                        new Locale("", code).getDisplayCountry(Locale.ENGLISH)));
    }

    /** The code of a language: two letters where there is such a code, otherwise three. */
    static Optional<String> language(String written) {
        var plain = Standard.plain(written);
        return Optional.ofNullable(LANGUAGES.get(plain))
                .or(() -> Optional.ofNullable(BIBLIOGRAPHIC.get(plain)))
                .or(() -> Optional.of(plain).filter(Places::isThreeLetterCode));
    }

    static Optional<String> nearestLanguage(String written) {
        return Nearest.of(
                written,
                Stream.of(Locale.getISOLanguages())
                        .flatMap(code -> Stream.of(
                                Locale.forLanguageTag(code).getDisplayLanguage(DUTCH),
                                Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH))));
    }

    /** The English name of a language, for a note in the words of the sheet. */
    static String languageName(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    private static boolean isThreeLetterCode(String code) {
        return code.matches("[a-z]{3}") && !languageName(code).equalsIgnoreCase(code);
    }

    private static Map<String, String> countries() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = new Locale("", code);
            codes.put(Standard.plain(country.getDisplayCountry(DUTCH)), code);
            codes.put(Standard.plain(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        for (var code : Locale.getISOCountries()) {
            codes.put(Standard.plain(new Locale("", code).getISO3Country()), code);
        }
        for (var code : Locale.getISOCountries()) {
            codes.put(Standard.plain(code), code);
        }
        codes.put("uk", "GB");
        codes.put("usa", "US");
        codes.put("czechrepublic", "CZ");
        codes.put("holland", "NL");
        codes.put("thenetherlands", "NL");
        Stream.of("xx", "unknown", "onbekend").forEach(word -> codes.put(word, "XX"));
        Stream.of("xs", "stateless", "staatloos").forEach(word -> codes.put(word, "XS"));
        return Map.copyOf(codes);
    }

    private static Map<String, String> languages() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.forLanguageTag(code);
            codes.put(Standard.plain(language.getDisplayLanguage(DUTCH)), code);
            codes.put(Standard.plain(language.getDisplayLanguage(Locale.ENGLISH)), code);
            codes.put(Standard.plain(language.getISO3Language()), code);
        }
        for (var code : Locale.getISOLanguages()) {
            codes.put(code, code);
        }
        return Map.copyOf(codes);
    }
}
