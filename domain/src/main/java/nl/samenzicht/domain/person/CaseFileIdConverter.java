package nl.samenzicht.domain.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link CaseFileId} in a native UUID column. */
@Converter(autoApply = true)
public class CaseFileIdConverter implements AttributeConverter<CaseFileId, Object> {

    @Override
    public Object convertToDatabaseColumn(CaseFileId id) {
        return id == null ? null : id.value().toString();
    }

    @Override
    public CaseFileId convertToEntityAttribute(Object column) {
        return column == null ? null : new CaseFileId(UUID.fromString(column.toString()));
    }
}
