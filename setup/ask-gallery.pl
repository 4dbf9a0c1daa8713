#!/usr/bin/env perl
# Lets a running gallery search, as class PromptClient does, in a tenth of the time: Perl starts in
# milliseconds. For Linux; it uses nothing but Perl's core.
#   perl setup/ask-gallery.pl FOLDER-OF-SOCKETS search TEXT...
# Its exit status is the search's, or 75 where no gallery answers; then nothing was printed. What is
# asked and answered, and in which form, is in the package io.lumiere.app.prompt.
use strict;
use warnings;
BEGIN { eval { require Socket; Socket->import(); 1 } or exit 75 }

my $NOT_ANSWERED = 75;
my $BEGUN        = 0x6c;
my $DECLINED     = 0xffffffff;
my $END          = 0x656e64;
my $MOST_BYTES   = 16 << 20;
my $MOST_PIECES  = 1 << 20;

sub decline { exit $NOT_ANSWERED }

# A text as Java's DataOutput writes it: characters of four bytes as two of three.
sub text {
    my ($text) = @_;
    my $copy = $text;
    decline() if $text =~ /\0/ || !utf8::decode($copy);
    $text =~ s/([\xf0-\xf4][\x80-\xbf]{3})/pair($1)/ge;
    decline() if length $text > 0xffff;
    return pack 'n/a', $text;
}

sub pair {
    my ($bytes) = @_;
    utf8::decode($bytes);
    my $rest = ord($bytes) - 0x10000;
    return join '', map { pack 'C3', 0xe0 | $_ >> 12, 0x80 | $_ >> 6 & 63, 0x80 | $_ & 63 }
        0xd800 | $rest >> 10, 0xdc00 | $rest & 1023;
}

# As class BuildStamp.
sub build {
    my $root = $ENV{LUMIERE_HOME} // decline();
    my $built = (stat "$root/app/target/built.stamp")[9] || decline();
    my $version = '';
    open my $release, '<', ($ENV{JAVA_HOME} // '') . '/release' or decline();
    while (<$release>) { $version = $1 if /^JAVA_RUNTIME_VERSION="(.*)"/ }
    return join ' ', $root, $built, $version, readlink('/proc/self/ns/mnt') // '';
}

# As PromptRequest.relevant.
sub relevant {
    return grep {
        /^(LUMIERE|LC)_/
            || /^(XDG_CACHE_HOME|XDG_DATA_HOME|NO_COLOR|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS)$/
            || /^(LANG|LANGUAGE|HOME|TZ)$/
    } sort keys %ENV;
}

sub request {
    my @names = relevant();
    my $folder = readlink('/proc/self/cwd') // decline();
    return pack('NN', scalar @names, scalar @_) . join '', map { text($_) } build(), $folder,
        (map { $_, $ENV{$_} } @names), @_;
}

# The next bytes; undef where the other end has closed.
sub bytes {
    my ($socket, $count) = @_;
    my $bytes = '';
    while (length $bytes < $count) {
        sysread($socket, $bytes, $count - length $bytes, length $bytes) or return undef;
    }
    return $bytes;
}

sub number {
    my $bytes = bytes($_[0], 4);
    return defined $bytes ? unpack 'N', $bytes : $DECLINED;
}

# What a gallery replies: its status, and pairs of an output and what it gets; nothing where it declines.
sub reply {
    my ($socket) = @_;
    my $status = number($socket);
    my $count = number($socket);
    return if $status == $DECLINED || $count > $MOST_PIECES;
    my @pieces;
    for (1 .. $count) {
        my $error = bytes($socket, 1) // return;
        my $length = number($socket);
        return if $length > $MOST_BYTES;
        push @pieces, [ord $error, bytes($socket, $length) // return];
    }
    return if number($socket) != $END;
    return ($status, @pieces);
}

# As Peer.isOwn: whether the other end is a process of this user.
sub is_own {
    my $peer = getsockopt($_[0], SOL_SOCKET, SO_PEERCRED) or return 0;
    return (unpack 'i3', $peer)[1] == $>;
}

sub ask {
    my ($file, $request) = @_;
    socket(my $socket, AF_UNIX, SOCK_STREAM, 0) or return;
    if (!connect $socket, sockaddr_un($file)) {
        my $made = (lstat $file)[9];
        unlink $file if $!{ECONNREFUSED} && defined $made && time - $made > 60; # Its gallery was killed.
        return;
    }
    is_own($socket) or return;
    syswrite($socket, $request) == length $request or return;
    (bytes($socket, 1) // '') eq chr $BEGUN or return;
    alarm 9; # A gallery has begun, and may take longer.
    return reply($socket);
}

# Prints as a search of its own process does. Where nobody reads on, that is not an error.
sub show {
    for my $piece (@_) {
        my ($error, $text) = @$piece;
        my $out = $error ? \*STDERR : \*STDOUT;
        for (my $at = 0; $at < length $text;) {
            my $written = syswrite $out, $text, length($text) - $at, $at;
            if (!defined $written) {
                exit 0 if $!{EPIPE} || $!{ECONNRESET};
                syswrite STDERR, "lumiere: the output cannot be written: $!\n";
                exit 1;
            }
            $at += $written;
        }
    }
}

my ($folder, @arguments) = @ARGV;
$SIG{PIPE} = 'IGNORE';
$SIG{ALRM} = \&decline;
alarm 1; # A gallery may be stopped, or busy with another search.
my $request = request(@arguments);
opendir my $sockets, $folder or decline();
for my $name (sort grep { /\.sock$/ } readdir $sockets) {
    my ($status, @pieces) = eval { ask("$folder/$name", $request) };
    if (defined $status) {
        alarm 0; # What is printed may wait for a reader.
        show(@pieces);
        exit $status;
    }
}
decline();
