package nl.samenzicht.domain.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;

/** Keeps an agency's number in a native UUID column. */
@Converter(autoApply = true)
public class AgencyIdConverter implements AttributeConverter<AgencyId, Object> {

    @Override
    public Object convertToDatabaseColumn(AgencyId value) {
        return value == null ? null : value.value().toString();
    }

    @Override
    public AgencyId convertToEntityAttribute(Object column) {
        return column == null ? null : new AgencyId(UUID.fromString(column.toString()));
    }
}
