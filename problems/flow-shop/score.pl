# Works out what orders are worth, where the candidate never was: reads them from standard input, prints the report.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use FlowShop;

my ($split) = @ARGV;

# Taillard's first twenty instances are solved; these are the shortest possible makespans.
my @shortest = (1278, 1359, 1081, 1293, 1235, 1195, 1234, 1206, 1230, 1108, 1582, 1659, 1496, 1377, 1419, 1397, 1484, 1538, 1593, 1591);

sub invalid {
    my ($reason) = @_;
    $reason =~ s/[^ -~]|["\\]/?/g;
    print qq({"valid": false, "feedback": "$reason"}\n);
    exit;
}

my @instances = FlowShop::instances($split);
my (@cases, $above);
for my $number (0 .. $#instances) {
    my $times = $instances[$number];
    my $line = <STDIN>;
    invalid("there is no order for instance $number") unless defined $line;
    my %seen;
    my @order = split ' ', substr $line, 0, 1000;
    for my $job (@order) {
        invalid("job '" . substr($job, 0, 20) . "' of instance $number does not exist or comes twice") if $job !~ /^(0|[1-9][0-9]?)\z/ || $job >= @$times || $seen{$job}++;
    }
    invalid(scalar(@order) . ' jobs were ordered in instance ' . $number . '; there are ' . scalar @$times) if @order != @$times;
    my $makespan = FlowShop::makespan($times, \@order);
    push @cases, 100 * ($makespan / FlowShop::bound($times) - 1);
    $above += 100 * ($makespan / $shortest[$number] - 1) / @instances if $split eq 'test';
}

invalid('there are more lines than instances') if defined <STDIN>;
my $score = 0;
$score += $_ / @cases for @cases;
my $metrics = defined $above ? sprintf ', "metrics": {"above_shortest": %.6f}', $above : '';
printf qq({"score": %.6f, "cases": [%s]%s}\n), $score, join(', ', map { sprintf '%.6f', $_ } @cases), $metrics;
