package nl.samenzicht.domain.person;

import java.util.Optional;

/**
 * A citizen service number (BSN): nine digits that pass the eleven test, with weights 9 to 2 and −1 for the last.
 *
 * @see <a href="https://wetten.overheid.nl/BWBR0022428">Wet algemene bepalingen burgerservicenummer</a>
 */
public record CitizenServiceNumber(String digits) {

    public CitizenServiceNumber {
        if (!valid(digits)) {
            throw new IllegalArgumentException("Not a citizen service number: it fails the eleven test");
        }
    }

    /** Reads a number as typed, with spaces or dots; eight digits get a zero in front. Empty when it is not valid. */
    public static Optional<CitizenServiceNumber> parse(String typed) {
        var digits = typed.replaceAll("[ .\\-]", "");
        var nine = digits.length() == 8 ? "0" + digits : digits;
        return valid(nine) ? Optional.of(new CitizenServiceNumber(nine)) : Optional.empty();
    }

    /** The number as it may be shown before it is asked for with a reason: only the last three digits. */
    public String masked() {
        return "••••••" + digits.substring(6);
    }

    private static boolean valid(String digits) {
        if (digits == null || digits.length() != 9 || digits.equals("000000000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            sum += (c - '0') * (i == 8 ? -1 : 9 - i);
        }
        return sum % 11 == 0;
    }
}
