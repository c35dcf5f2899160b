package nl.samenzicht.web;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The visible text: Dutch first, English beside it. A key without text is a fault in the product and is thrown, rather
 * than shown.
 */
@VaadinServiceEnabled
@VaadinServiceScoped
public class Words implements I18NProvider {
    /** Dutch, the first language of the product. */
    public static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    /** English as it is written in Europe, so that days come before months. */
    public static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private static final long serialVersionUID = 1L;

    /** Returns the text in the language nearest to this locale. */
    public static ResourceBundle bundle(Locale locale) {
        Locale nearest = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.forLanguageTag("nl");
        return ResourceBundle.getBundle(
                "messages",
                nearest,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(DUTCH, ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        ResourceBundle words = bundle(locale);
        if (!words.containsKey(key)) {
            throw new MissingResourceException("no text for key '" + key + "'", "messages", key);
        }
        String text = words.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }
}
