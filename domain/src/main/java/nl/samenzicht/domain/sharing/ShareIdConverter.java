package nl.samenzicht.domain.sharing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps a {@link ShareId} in a native UUID column. */
@Converter(autoApply = true)
public class ShareIdConverter implements AttributeConverter<ShareId, Object> {

    @Override
    public Object convertToDatabaseColumn(ShareId id) {
        return id == null ? null : id.value().toString();
    }

    @Override
    public ShareId convertToEntityAttribute(Object column) {
        return column == null ? null : new ShareId(UUID.fromString(column.toString()));
    }
}
