package nl.samenzicht.web.officer;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenzicht.domain.officer.LogQuestion;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.Outcome;

/**
 * What limits the log, as it stands in the address: opaque numbers and codes only. What cannot be read is left out. Days are
 * Amsterdam days, the last one included.
 */
final class LogQuery {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int MAX_LENGTH = 64;

    private final Map<Limit, String> values;

    private LogQuery(Map<Limit, String> values) {
        this.values = values;
    }

    /** One way to limit the log. */
    enum Limit {
        CASE,
        CODE,
        PERSON,
        PERSON_OF,
        ITEM,
        AGENCY,
        PROFESSIONAL,
        FUNCTION,
        PURPOSE,
        CATEGORY,
        ACTION,
        OUTCOME,
        EMERGENCY,
        FROM,
        UNTIL;

        String parameter() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static LogQuery everything() {
        return new LogQuery(new EnumMap<>(Limit.class));
    }

    static LogQuery of(QueryParameters parameters) {
        var query = everything();
        for (var limit : Limit.values()) {
            var given = parameters.getSingleParameter(limit.parameter()).map(String::strip);
            if (given.isPresent() && !given.get().isEmpty() && given.get().length() <= MAX_LENGTH) {
                query = query.with(limit, given.get());
            }
        }
        return query;
    }

    /** This, and one limit more; one of the same kind is replaced. What cannot be read limits nothing. */
    LogQuery with(Limit limit, Object value) {
        if (value == null || !readable(limit, value.toString())) {
            return without(limit);
        }
        var grown = new EnumMap<>(values);
        grown.put(limit, value.toString());
        return new LogQuery(grown);
    }

    LogQuery without(Limit limit) {
        var smaller = new EnumMap<>(values);
        smaller.remove(limit);
        return new LogQuery(smaller);
    }

    Map<Limit, String> limits() {
        return Collections.unmodifiableMap(values);
    }

    Optional<String> value(Limit limit) {
        return Optional.ofNullable(values.get(limit));
    }

    Optional<LocalDate> day(Limit limit) {
        return value(limit).map(LocalDate::parse);
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        values.forEach((limit, value) -> parameters.put(limit.parameter(), value));
        return QueryParameters.simple(parameters);
    }

    /** The address of the log, limited so. */
    String href() {
        var query = values.isEmpty() ? "" : "?" + parameters().getQueryString();
        return "officer/log" + query;
    }

    LogQuestion question() {
        var filter = LogFilter.where()
                .code(read(Limit.CODE, code -> EntryCode.typed(code).orElseThrow()))
                .person(read(Limit.PERSON, UUID::fromString))
                .item(read(Limit.ITEM, UUID::fromString))
                .agency(read(Limit.AGENCY, id -> new AgencyId(UUID.fromString(id))))
                .professional(read(Limit.PROFESSIONAL, id -> new ProfessionalId(UUID.fromString(id))))
                .function(read(Limit.FUNCTION, Function.identity()))
                .purpose(read(Limit.PURPOSE, Function.identity()))
                .category(read(Limit.CATEGORY, Function.identity()))
                .action(read(Limit.ACTION, Function.identity()))
                .outcome(read(Limit.OUTCOME, Outcome::valueOf))
                .emergency(read(Limit.EMERGENCY, Boolean::valueOf))
                .from(read(Limit.FROM, day -> startOf(LocalDate.parse(day))))
                .until(read(Limit.UNTIL, day -> startOf(LocalDate.parse(day).plusDays(1))))
                .build();
        return new LogQuestion(filter, value(Limit.CASE), value(Limit.PERSON_OF));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(AMSTERDAM).toInstant();
    }

    private <T> T read(Limit limit, Function<String, T> reading) {
        return value(limit).map(reading).orElse(null);
    }

    private static boolean readable(Limit limit, String value) {
        try {
            return switch (limit) {
                case CODE -> EntryCode.typed(value).isPresent();
                case PERSON, ITEM, AGENCY, PROFESSIONAL ->
                    !UUID.fromString(value).toString().isEmpty();
                case OUTCOME -> Outcome.valueOf(value).name().equals(value);
                case EMERGENCY -> List.of("true", "false").contains(value);
                case FROM, UNTIL -> {
                    int year = LocalDate.parse(value).getYear();
                    yield year >= 2000 && year < 9000;
                }
                case CASE, PERSON_OF -> value.matches("[A-Za-z0-9 -]{1,20}");
                case FUNCTION, PURPOSE, CATEGORY, ACTION -> value.matches("[A-Z0-9_]{1,64}");
            };
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogQuery that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(limit -> limit.getKey().parameter() + "=" + limit.getValue())
                .collect(Collectors.joining("&"));
    }
}
