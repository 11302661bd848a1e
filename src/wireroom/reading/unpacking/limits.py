"""How much comes out of an archive before it is taken for a trap."""

MOST_BYTES = 200_000_000  # of one member, unpacked
MOST_OF_RECORD = 50_000_000  # bytes of one page in a web archive, as they were sent
MOST_IN_ALL = 2_000_000_000  # of all members of an archive that is not read as a stream
MOST_MEMBERS = 20_000
MOST_TIMES = 200  # how many times larger than packed a member may become, once past SMALL
SMALL = 10_000_000  # bytes that may come out whatever they were packed into
DEEPEST = 3  # archives inside archives

# Of all that comes out of one file, from archives inside archives too.
MOST_TIMES_IN_ALL = 30  # how many times larger than the file it may become, once past SMALL_IN_ALL
SMALL_IN_ALL = 50_000_000
LEAST_OF_MEMBER = 4_096  # bytes that a member counts as at least, for members have their cost
