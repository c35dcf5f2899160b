package nl.samenzicht.security.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and user names as people type them: trimmed, in one Unicode form, without what cannot be seen. */
final class PersonName {
    private static final int LONGEST = 200;
    private static final int LONGEST_USER_NAME = 254;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");
    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9._%+-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private PersonName() {}

    static String checked(String what, String name) {
        if (name.length() > LONGEST * 4) {
            throw new InvalidEntry(what, InvalidEntry.Why.TOO_LONG);
        }
        String clean = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
        if (clean.isEmpty()) {
            throw new InvalidEntry(what, InvalidEntry.Why.EMPTY);
        }
        if (clean.length() > LONGEST) {
            throw new InvalidEntry(what, InvalidEntry.Why.TOO_LONG);
        }
        return clean;
    }

    static String checkedUserName(String name) {
        if (name.length() > LONGEST_USER_NAME) {
            throw new InvalidEntry("user name", InvalidEntry.Why.TOO_LONG);
        }
        String clean = name.strip().toLowerCase(Locale.ROOT);
        if (!USER_NAME.matcher(clean).matches()) {
            throw new InvalidEntry("user name", InvalidEntry.Why.NOT_AN_ADDRESS);
        }
        return clean;
    }
}
