# Runs a candidate and prints the orders it found, one line per instance. Nothing here is believed: see score.pl.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use FlowShop;

my ($candidate, $split) = @ARGV;
# What a candidate prints must not get between the orders.
open my $out, '>&', \*STDOUT or die "Cannot copy standard output: $!\n";
select STDERR;
require "$candidate/order.pl";
srand 1;
for my $times (FlowShop::instances($split)) {
    $FlowShop::left = FlowShop::CALLS;
    print {$out} join(' ', order($times)), "\n";
}
