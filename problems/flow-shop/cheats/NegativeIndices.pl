# Perl counts negative places from the end: twenty names for the jobs that are as different as they look.
use strict;
use warnings;

sub order {
    my ($times) = @_;
    # EVOLVE-BLOCK-START
    return map { -$_ } 1 .. @$times;
    # EVOLVE-BLOCK-END
}

1;
