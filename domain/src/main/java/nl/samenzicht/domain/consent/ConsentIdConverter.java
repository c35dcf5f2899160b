package nl.samenzicht.domain.consent;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link ConsentId} in a native UUID column. */
@Converter(autoApply = true)
public class ConsentIdConverter implements AttributeConverter<ConsentId, Object> {

    @Override
    public Object convertToDatabaseColumn(ConsentId id) {
        return id == null ? null : id.value().toString();
    }

    @Override
    public ConsentId convertToEntityAttribute(Object column) {
        return column == null ? null : new ConsentId(UUID.fromString(column.toString()));
    }
}
