package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.order.OrderStatus;
import java.util.List;

/// What can be counted in the book.
///
/// @param sequence of the last journal entry
/// @param working orders without a final state, planned ones included
/// @param unknown those of them of which nobody knows whether the broker has them
record BookFigures(long sequence, long working, long unknown, List<ScopeState> states) {

    BookFigures {
        states = List.copyOf(states);
    }

    static BookFigures of(Book book) {
        List<Order> working = book.working().toList();
        long unknown =
                working.stream().filter(order -> order.status() == OrderStatus.UNKNOWN).count();
        return new BookFigures(
                book.sequence(), working.size(), unknown, List.copyOf(book.states()));
    }
}
