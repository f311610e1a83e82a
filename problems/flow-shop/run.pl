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
print {$out} join(' ', order($_)), "\n" for FlowShop::instances($split);
