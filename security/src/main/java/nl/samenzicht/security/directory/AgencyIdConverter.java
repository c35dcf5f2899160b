package nl.samenzicht.security.directory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link AgencyId} in a column of MariaDB's own UUID type. */
@Converter(autoApply = true)
public class AgencyIdConverter implements AttributeConverter<AgencyId, UUID> {
    @Override
    public UUID convertToDatabaseColumn(AgencyId id) {
        return id == null ? null : id.value();
    }

    @Override
    public AgencyId convertToEntityAttribute(UUID value) {
        return value == null ? null : new AgencyId(value);
    }
}
