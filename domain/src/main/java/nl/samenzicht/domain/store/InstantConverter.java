package nl.samenzicht.domain.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Keeps an instant as UTC in a {@code DATETIME(6)} column; finer parts than a microsecond are cut off. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, LocalDateTime> {

    @Override
    public LocalDateTime convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : column(instant);
    }

    @Override
    public Instant convertToEntityAttribute(LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }

    /** The column's value of an instant, for queries that are written out. */
    public static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** The instant of a column's value, for queries that are written out; the driver gives either kind. */
    public static Instant instant(Object column) {
        var local = column instanceof LocalDateTime given ? given : ((Timestamp) column).toLocalDateTime();
        return local.toInstant(ZoneOffset.UTC);
    }
}
