package FlowShop;

# Permutation flow shops: every job visits the machines in the same order, every machine takes the jobs in the same order.
use strict;
use warnings;
use integer;

# Taillard 1993, "Benchmarks for basic scheduling problems", EJOR 64:278: a linear congruential generator fills machine by
# machine. The seeds of the test are those of his first twenty instances, 20 jobs on 5 and on 10 machines.
my %seeds = (
    training => [map { [$_ <= 10 ? 5 : 10, 1000003 * $_ + 17] } 1 .. 20],
    validation => [map { [$_ <= 10 ? 5 : 10, 2000003 * $_ + 29] } 1 .. 20],
    test => [
        (map { [5, $_] } 873654221, 379008056, 1866992158, 216771124, 495070989, 402959317, 1369363414, 2021925980, 573109518, 88325120),
        (map { [10, $_] } 587595453, 1401007982, 873136276, 268827376, 1634173168, 691823909, 73807235, 1273398721, 2065119309, 1672900551),
    ],
);

# The instances of a split: each a list of jobs, each job its times on the machines in order.
sub instances {
    my ($split) = @_;
    my $chosen = $seeds{$split} or die "There is no split '$split'; expected training, validation or test.\n";
    return map { instance(20, @$_) } @$chosen;
}

sub instance {
    my ($jobs, $machines, $state) = @_;
    my @times;
    for my $machine (0 .. $machines - 1) {
        for my $job (0 .. $jobs - 1) {
            $state = 16807 * ($state % 127773) - 2836 * ($state / 127773);
            $state += 2147483647 if $state < 0;
            $times[$job][$machine] = 1 + $state * 99 / 2147483647;
        }
    }
    return \@times;
}

# Makespans that a candidate may ask for in each instance: so many that NEH takes a third of them.
use constant CALLS => 600;

# How many makespans may still be asked for; undefined for any number.
our $left;

# When the last job leaves the last machine; never, when more is asked than is left.
sub makespan {
    my ($times, $order) = @_;
    return 1e9 if defined $left && --$left < 0;
    my @ready = (0) x @{$times->[0]};
    for my $job (@$order) {
        my $free = 0;
        my $row = $times->[$job];
        for my $machine (0 .. $#ready) {
            $free = $ready[$machine] if $ready[$machine] > $free;
            $free += $row->[$machine];
            $ready[$machine] = $free;
        }
    }
    return $ready[-1];
}

# No order is shorter: a machine waits for its first job and is waited for after its last one; a job takes all its times.
sub bound {
    my ($times) = @_;
    my $bound = 0;
    for my $machine (0 .. $#{$times->[0]}) {
        my ($before, $work, $after);
        for my $job (@$times) {
            my ($head, $tail) = (sum(@$job[0 .. $machine - 1]), sum(@$job[$machine + 1 .. $#$job]));
            $before = $head if !defined $before || $head < $before;
            $after = $tail if !defined $after || $tail < $after;
            $work += $job->[$machine];
        }
        $bound = $before + $work + $after if $before + $work + $after > $bound;
    }
    for my $job (@$times) {
        $bound = sum(@$job) if sum(@$job) > $bound;
    }
    return $bound;
}

sub sum {
    my $sum = 0;
    $sum += $_ for @_;
    return $sum;
}

1;
