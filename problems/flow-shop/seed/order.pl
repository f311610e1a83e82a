# Orders jobs for a flow shop.
use strict;
use warnings;

# $times->[$job][$machine]; returns the jobs in order. FlowShop::makespan($times, \@order) may be called FlowShop::CALLS times.
sub order {
    my ($times) = @_;
    # EVOLVE-BLOCK-START
    my $last = $#{$times->[0]};
    my @index;
    for my $job (0 .. $#$times) {
        $index[$job] = 0;
        for my $machine (0 .. $last) {
            $index[$job] += $times->[$job][$machine] * (1.0 + 0.0 * $machine / $last);
        }
    }
    my @order;
    my $reach = 0;
    for my $job (sort { $index[$b] <=> $index[$a] } 0 .. $#$times) {
        my ($best, $least);
        for my $back (0 .. $reach) {
            last if $back > @order;
            my @tried = @order;
            splice @tried, @order - $back, 0, $job;
            my $makespan = FlowShop::makespan($times, \@tried);
            ($best, $least) = (\@tried, $makespan) if !defined $least || $makespan < $least;
        }
        @order = @$best;
    }
    my $rounds = 0;
    my $length = FlowShop::makespan($times, \@order);
    for my $round (1 .. $rounds) {
        my ($place, $other) = (int rand @order, int rand @order);
        my @tried = @order;
        splice @tried, $other, 0, splice(@tried, $place, 1);
        my $makespan = FlowShop::makespan($times, \@tried);
        if ($makespan <= $length) {
            @order = @tried;
            $length = $makespan;
        }
    }
    return @order;
    # EVOLVE-BLOCK-END
}

1;
