package nl.samenzicht.domain.casefile;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Keeps an {@link ItemId} in a native UUID column. */
@Converter(autoApply = true)
public class ItemIdConverter implements AttributeConverter<ItemId, Object> {

    @Override
    public Object convertToDatabaseColumn(ItemId id) {
        return id == null ? null : id.value().toString();
    }

    @Override
    public ItemId convertToEntityAttribute(Object column) {
        return column == null ? null : new ItemId(UUID.fromString(column.toString()));
    }
}
