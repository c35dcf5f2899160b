package nl.samenzicht.domain.linkage;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a name in plain lower case Latin letters, whatever script and accents it came in.
 *
 * <p>Cyrillic, Greek and Arabic are written letter by letter, near to how Dutch registers spell them; Arabic without its
 * unwritten vowels, which is why names are also compared by their sound. Letters of other scripts stay as they are, so that
 * equal spellings still agree.
 */
final class Latin {

    private static final Map<Character, String> LETTERS = letters();

    private Latin() {}

    private static Map<Character, String> letters() {
        var letters = new HashMap<Character, String>();
        put(
                letters,
                "а a б b в v г g д d е e ё jo ж zj з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х ch ц ts ч tsj"
                        + " ш sj щ sjtsj ъ - ы y ь - э e ю joe я ja є je і i ї ji ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz");
        put(
                letters,
                "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o");
        put(
                letters,
                "ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ d ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق k"
                        + " ك k ل l م m ن n ه h و w ي y ى a ة a ئ - ؤ w ء - پ p چ tsj ژ zj گ g ک k ی y ڤ v ـ -");
        put(letters, "ß ss æ ae œ oe ø o ł l đ d ð d ı i þ th ŋ ng ħ h ĸ k");
        return letters;
    }

    private static void put(Map<Character, String> letters, String pairs) {
        var words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            letters.put(words[i].charAt(0), words[i + 1].equals("-") ? "" : words[i + 1]);
        }
    }

    /** Returns words of letters with one space between them; empty when there is no letter. Doing it twice changes nothing. */
    static String of(String text) {
        var composed = written(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        var bare = Normalizer.normalize(composed, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "");
        return written(bare)
                .replaceAll("(?<=\\p{L})['’`´ʼ‘](?=\\p{L}{2})", "")
                .replaceAll("[^\\p{L}]+", " ")
                .replaceAll("ij", "y")
                .strip();
    }

    private static String written(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var letter = LETTERS.get(text.charAt(i));
            if (letter == null) {
                out.append(text.charAt(i));
            } else {
                out.append(letter);
            }
        }
        return out.toString();
    }
}
