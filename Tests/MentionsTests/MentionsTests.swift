import Mentions
