package com.mathematricks.engine.command;

import java.util.List;

/// What an account's broker was just found to hold.
public sealed interface BrokerSide {

    /// Nobody asked.
    static BrokerSide unasked() {
        return new Unseen("it was not asked");
    }

    /// Seen twice alike, with no order on its way.
    record Seen(List<Difference> differences) implements BrokerSide {

        public Seen {
            differences = List.copyOf(differences);
        }
    }

    record Unseen(String why) implements BrokerSide {}
}
