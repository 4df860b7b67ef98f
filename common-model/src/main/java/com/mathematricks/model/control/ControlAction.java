package com.mathematricks.model.control;

/// What a command does; which of a command's fields it needs is said with each.
public enum ControlAction {
    /// A strategy opens nothing new; what works and what protects stays. `scope` is the strategy.
    PAUSE,
    /// Trading of `scope` is active again, whatever stopped it.
    RESUME,
    /// Only orders that shrink a position; working orders of `scope` that enlarge are cancelled.
    REDUCE,
    /// Nothing of `scope` leaves but a flatten by command.
    HALT,
    /// All orders of `scope` are cancelled, all its positions closed, also while it is halted.
    FLATTEN,
    /// The position of the strategy in `scope` in `instrument` is closed, its orders there
    /// cancelled.
    CLOSE,
    /// The working order `order` is cancelled.
    CANCEL,
    /// The broker's side of a position that differs is taken: of `instrument` in the account in
    /// `scope`, or of all that differ where no instrument is given.
    ACCEPT
}
