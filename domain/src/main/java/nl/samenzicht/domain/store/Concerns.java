package nl.samenzicht.domain.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which sealed rows concern an agency, where they do not name it as their {@code agency}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Concerns {
    /** A JPQL condition on {@code r} with the parameter {@code agency}. */
    String value();
}
