/// Runs once at each start of the containers and makes MongoDB what the services need: a replica
/// set with a primary, a role for each service with the rights of `Roles` and no other, and the
/// users with the passwords of the secrets. Whatever is there already is left or brought up to
/// date.
@NullMarked
package com.mathematricks.setup;

import org.jspecify.annotations.NullMarked;
