/** Two cases of one agency about one person: shown side by side, decided on by a person, with who, when and why. */
package nl.samenzicht.domain.duplicate;
