/** Help for who doubts what they see: no person, no case, nothing kept. It supports and never decides. */
package nl.samenzicht.domain.advice;
