package nl.samenzicht.domain.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.person.CitizenServiceNumber;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.security.keys.BlindIndex;

/** By what people search for a person. Values are compared whole, by keyed tokens; nothing is found by a part of it. */
public enum SearchKind {
    /** A name, or parts of one in any order; accents, capitals and prefixes such as 'van der' do not count. */
    NAME(BlindIndex.Kind.NAME) {
        @Override
        List<String> parts(String typed) {
            return BlindIndex.nameParts(typed).stream()
                    .filter(part -> part.codePointCount(0, part.length()) > 1)
                    .toList();
        }
    },
    /** Citizen service number with the eleven test. */
    BSN(BlindIndex.Kind.BSN) {
        @Override
        List<String> parts(String typed) {
            return CitizenServiceNumber.parse(typed).map(CitizenServiceNumber::digits).stream()
                    .toList();
        }
    },
    /** Number of a foreign national, ten digits. */
    V_NUMBER(BlindIndex.Kind.V_NUMBER) {
        @Override
        List<String> parts(String typed) {
            return Optional.of(typed.replaceAll("[ .\\-]", "")).filter(digits -> digits.matches("[0-9]{10}")).stream()
                    .toList();
        }
    },
    /** A whole date of birth. */
    BIRTH_DATE(BlindIndex.Kind.BIRTH_DATE) {
        @Override
        List<String> parts(String typed) {
            return PartialDate.parse(typed)
                    .filter(date -> date.day() != 0 && !date.estimated())
                    .map(PartialDate::written)
                    .filter(SearchKind::isDate)
                    .stream()
                    .toList();
        }
    };

    private final BlindIndex.Kind index;

    SearchKind(BlindIndex.Kind index) {
        this.index = index;
    }

    /** Returns the values to look for, all of which must be there; empty when what was typed is none. */
    abstract List<String> parts(String typed);

    BlindIndex.Kind index() {
        return index;
    }

    private static boolean isDate(String written) {
        try {
            LocalDate.parse(written);
            return true;
        } catch (DateTimeParseException partial) {
            return false;
        }
    }
}
