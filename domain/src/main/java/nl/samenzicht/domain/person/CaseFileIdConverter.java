package nl.samenzicht.domain.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link CaseFileId} in a native UUID column. */
@Converter(autoApply = true)
public class CaseFileIdConverter implements AttributeConverter<CaseFileId, UUID> {

    @Override
    public UUID convertToDatabaseColumn(CaseFileId id) {
        return id == null ? null : id.value();
    }

    @Override
    public CaseFileId convertToEntityAttribute(UUID column) {
        return column == null ? null : new CaseFileId(column);
    }
}
